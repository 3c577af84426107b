import type { ResultOf } from '../graphql/document.js';
import type { ProblemParts } from '../graphql/problem.fragment.js';
import { Layout } from '../page/layout.view.js';
import type { Page } from '../page/visit.js';
import { LineField } from '../parts/field.view.js';
import { MemberName } from '../parts/member-name.view.js';
import { MutationId } from '../parts/mutation-id.view.js';
import { Notice } from '../parts/notice.view.js';
import { ProblemNotice } from '../parts/problem-notice.view.js';
import { Exactly } from '../sanctions/barred.view.js';
import type { superUsersOperation } from './super-users.operation.js';

type Shown = ResultOf<typeof superUsersOperation>;
type SuperUser = Shown['superUsers'][number];
type Candidate = Shown['superUserCandidates'][number];

interface Form {
  page: Page;
  problem: ProblemParts | null;
  /** Whose form it was that came back, and what was typed into it. */
  about: string | null;
  typed: Record<string, string>;
}

interface Props extends Form {
  superUsers: Shown['superUsers'];
  candidates: Shown['superUserCandidates'];
  done: 'invited' | 'renewed' | 'ended' | null;
}

/** Who serves, until when and what they contribute; who could be invited. */
export function SuperUsersView({ page, superUsers, candidates, done, ...form }: Props) {
  const t = page.texts.superUsers;
  return (
    <Layout page={page} title={t.title} path="/super-users" hidden>
      <h1>{t.title}</h1>
      {done && <Notice kind="done"><p>{t.done[done]}</p></Notice>}
      <ProblemNotice problem={form.problem} />
      <p class="intro">{t.intro}</p>
      {superUsers.length === 0 && <div class="empty"><p>{t.none}</p></div>}
      <ul class="decisions">{superUsers.map((each) => each.member && <Serving key={each.member.id} page={page} {...form} superUser={each} member={each.member} />)}</ul>
      <h2>{t.candidates}</h2>
      <p class="intro">{t.candidatesIntro}</p>
      {candidates.length === 0 && <div class="empty"><p>{t.noCandidates}</p></div>}
      <ul class="decisions">{candidates.map((each) => each.member && <Suggested key={each.member.id} page={page} {...form} candidate={each} member={each.member} />)}</ul>
    </Layout>
  );
}

function Serving({ page, problem, about, typed, superUser: { until, endsSoon, contribution }, member }: Form & { superUser: SuperUser; member: NonNullable<SuperUser['member']> }) {
  const t = page.texts.superUsers;
  const own = about === member.id ? problem : null;
  return (
    <li>
      <h2><MemberName page={page} member={member} name={null} /></h2>
      <p class="soft">{until ? <>{t.until} <Exactly page={page} at={until} /></> : t.noTerm} {endsSoon && <strong>{t.endsSoon}</strong>}</p>
      <p class="meta">{(['posts', 'accepted', 'reviews', 'acts', 'welcomed', 'days'] as const).map((did) => <span key={did}>{t.did[did](contribution[did])}</span>)}</p>
      <form method="post" action={page.href(pathOf(member.id))}>
        <MutationId page={page} />
        <button type="submit" class="button button-quiet" name="act" value="renew">{t.renew}</button>
      </form>
      <details {...(own ? { open: true } : {})}>
        <summary>{t.end}</summary>
        <form method="post" action={page.href(pathOf(member.id))}>
          <MutationId page={page} />
          <LineField name="reason" prefix={`${member.id}-`} label={t.endWhy} hint={t.endWhyHint} optional={page.texts.ask.optional} value={own ? typed['reason'] : ''} problem={own} autocomplete="off" />
          <button type="submit" class="button button-quiet" name="act" value="end">{t.endSend}</button>
        </form>
      </details>
    </li>
  );
}

function Suggested({ page, problem, about, typed, candidate: { isInvited, accepted, reportsAgreed, upShare, days }, member }: Form & { candidate: Candidate; member: NonNullable<Candidate['member']> }) {
  const t = page.texts.superUsers;
  const own = about === member.id ? problem : null;
  return (
    <li>
      <h3><MemberName page={page} member={member} name={null} /></h3>
      <p class="meta">
        <span>{page.texts.standing.rank} {member.rank}</span> <span>{t.accepted(accepted)}</span> <span>{t.agreed(reportsAgreed)}</span> {upShare !== null && <span>{t.upShare(Math.round(upShare * 100))}</span>} <span>{t.did.days(days)}</span>
      </p>
      {isInvited ? (
        <form method="post" action={page.href(pathOf(member.id))}>
          <MutationId page={page} />
          <p class="soft">{t.invited}</p>
          <button type="submit" class="button button-quiet" name="act" value="end">{t.withdraw}</button>
        </form>
      ) : (
        <details {...(own ? { open: true } : {})}>
          <summary>{t.invite}</summary>
          <form method="post" action={page.href(pathOf(member.id))}>
            <MutationId page={page} />
            <LineField name="message" prefix={`${member.id}-`} label={t.message} optional={page.texts.ask.optional} value={own ? typed['message'] : ''} problem={own} autocomplete="off" />
            <button type="submit" class="button" name="act" value="invite">{t.inviteSend}</button>
          </form>
        </details>
      )}
    </li>
  );
}

function pathOf(id: string): string {
  return `/super-users/${id.replace('mem_', '')}`;
}
