import type { OpenedInvitation } from '#accounts';
import { WordView } from '../address/link.view.js';
import type { ProblemParts } from '../graphql/problem.fragment.js';
import { AgreeAtSignUp } from '../legal/agree.view.js';
import type { Fields } from '../page/form.fields.js';
import type { Page } from '../page/visit.js';
import { LineField } from '../parts/field.view.js';
import { Notice } from '../parts/notice.view.js';
import { ProblemNotice } from '../parts/problem-notice.view.js';

interface Props {
  page: Page;
  token: string;
  invitation: OpenedInvitation;
  /** Whether the one who looks is signed in with the address that was invited. */
  isOwner: boolean;
  typed: Fields;
  problem: ProblemParts | null;
}

export function JoinView({ page, token, invitation, isOwner, typed, problem }: Props) {
  const t = page.texts.invitations;
  const { role, note, inviter } = invitation;
  return (
    <WordView page={page} title={t.joinTitle}>
      <p>{t.join(inviter ?? '')} <strong>{t.roles[role]}</strong></p>
      {note && <p>{t.writes(inviter ?? '', note)}</p>}
      <Way page={page} token={token} invitation={invitation} isOwner={isOwner} typed={typed} problem={problem} />
    </WordView>
  );
}

/** Who has no account makes one; who has one signs in and takes the role; who is somebody else signs out. */
function Way({ page, token, invitation: { email, role, ownerKey, ownerRole }, isOwner, typed, problem }: Props) {
  const t = page.texts.invitations;
  const path = `/invitation/${token}`;
  if (page.member && !isOwner) {
    return (
      <>
        <Notice kind="problem"><p>{t.other(page.member.name, email ?? '')}</p></Notice>
        <form method="post" action={page.href('/sign-out')}><button type="submit" class="button">{page.texts.page.signOut}</button></form>
      </>
    );
  }
  if (page.member && (ownerRole === 'admin' || ownerRole === role)) return <p>{t.onTeam}</p>;
  if (page.member) {
    return (
      <form method="post" action={page.href(`${path}/accept`)}>
        <ProblemNotice problem={problem} />
        <p>{t.accept}</p>
        <button type="submit" class="button">{t.acceptButton}</button>
      </form>
    );
  }
  if (ownerKey !== null) {
    return (
      <>
        <p>{t.known(email ?? '')}</p>
        <p><a class="button" href={page.href(`/sign-in?next=${encodeURIComponent(page.href(path))}`)}>{page.texts.page.signIn}</a></p>
      </>
    );
  }
  return (
    <form method="post" action={page.href(path)}>
      <p>{t.choose(email ?? '')}</p>
      <ProblemNotice problem={problem} />
      <LineField name="name" prefix="new-" label={page.texts.people.name} hint={page.texts.people.nameHint} autocomplete="nickname" required value={typed['name'] ?? ''} problem={problem} />
      <LineField name="password" prefix="new-" label={page.texts.people.password} hint={page.texts.people.passwordHint} type="password" autocomplete="new-password" required problem={problem} />
      <AgreeAtSignUp page={page} agrees={typed['rules'] === String(page.rules)} problem={problem ?? undefined} />
      <button type="submit" class="button">{t.joinButton}</button>
    </form>
  );
}

/** A link that opens nothing (any more), and why. */
export function OverView({ page, why }: { page: Page; why: 'unknown' | Exclude<OpenedInvitation['state'], 'open'> }) {
  const t = page.texts.invitations;
  return (
    <WordView page={page} title={t.overTitle}>
      <p>{t.over[why]}</p>
      {!page.member && <p><a class="button button-quiet" href={page.href('/sign-in')}>{page.texts.page.signIn}</a></p>}
    </WordView>
  );
}
