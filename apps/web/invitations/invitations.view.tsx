import type { ResultOf } from '../graphql/document.js';
import type { ProblemParts } from '../graphql/problem.fragment.js';
import type { Fields } from '../page/form.fields.js';
import { Layout } from '../page/layout.view.js';
import type { Page } from '../page/visit.js';
import { Field, LineField } from '../parts/field.view.js';
import { Moment } from '../parts/moment.view.js';
import { MutationId } from '../parts/mutation-id.view.js';
import { Notice } from '../parts/notice.view.js';
import { Pager } from '../parts/pager.view.js';
import { ProblemNotice } from '../parts/problem-notice.view.js';
import type { Done } from './invitations.controller.js';
import type { invitationsOperation } from './invitations.operation.js';

export const TEAM = ['staff', 'admin'] as const;
export const LANGUAGES = ['de', 'en'] as const;

type Invitations = ResultOf<typeof invitationsOperation>['invitations'];
type Invitation = Invitations['nodes'][number];

interface Props {
  page: Page;
  invitations: Invitations;
  /** Whether mails leave the machine. */
  leaves: boolean;
  typed: Fields;
  problem: ProblemParts | null;
  done: Done | null;
}

export function InvitationsView({ page, invitations, leaves, typed, problem, done }: Props) {
  const t = page.texts.invitations;
  return (
    <Layout page={page} title={t.title} path="/admin/invitations" hidden>
      <div class="reading">
        <h1>{t.title}</h1>
        <p class="intro">{t.intro}</p>
        {done && (leaves || done === 'withdrawn') && <Notice kind="done"><p>{t.done[done]}</p></Notice>}
        {!leaves && <Notice kind={done === 'sent' ? 'done' : 'hint'}><p>{t.kept}</p></Notice>}
        <section class="card" aria-labelledby="invite">
          <h2 id="invite">{t.form}</h2>
          <form method="post" action={page.href('/admin/invitations')}>
            <ProblemNotice problem={problem} />
            <MutationId page={page} />
            <LineField name="email" type="email" label={t.email} hint={t.emailHint} value={typed['email'] ?? ''} problem={problem} autocomplete="off" required />
            <Field name="role" label={t.role} problem={problem}>
              {(control) => <select {...control}>{TEAM.map((role) => <option key={role} value={role} selected={role === typed['role']}>{t.roles[role]}</option>)}</select>}
            </Field>
            <Field name="language" label={t.language} problem={problem}>
              {(control) => <select {...control}>{LANGUAGES.map((each) => <option key={each} value={each} selected={each === (typed['language'] ?? page.language)}>{t.languages[each]}</option>)}</select>}
            </Field>
            <LineField name="note" label={t.note} optional={page.texts.ask.optional} value={typed['note'] ?? ''} problem={problem} autocomplete="off" />
            <p class="form-acts"><button type="submit" class="button">{t.send}</button></p>
          </form>
        </section>
        <h2 class="invitations-title">{t.list}</h2>
        {invitations.nodes.length === 0 && <p class="empty">{t.empty}</p>}
        <ul class="invitations">{invitations.nodes.map((invitation) => <InvitationRow key={invitation.id} page={page} invitation={invitation} />)}</ul>
        <Pager page={page} info={invitations.pageInfo} path="/admin/invitations" />
      </div>
    </Layout>
  );
}

function InvitationRow({ page, invitation }: { page: Page; invitation: Invitation }) {
  const t = page.texts.invitations;
  const { id, email, role, state, sends, sentAt, expiresAt, mailId, invitedBy, acceptedBy } = invitation;
  const act = (what: 'resend' | 'withdraw') => (
    <form method="post" action={page.href(`/admin/invitations/${id}/${what}`)}>
      <MutationId page={page} />
      <button type="submit" class="button button-quiet">{t[what]}<span class="unseen"> ({email})</span></button>
    </form>
  );
  return (
    <li>
      <p class="invitation-head">
        <strong>{email ?? (acceptedBy ? <a href={page.href(`/m/${acceptedBy.id.slice('mem_'.length)}`)}>{acceptedBy.name}</a> : t.gone)}</strong>
        <span class="badge">{t.states[state]}</span>
      </p>
      <p class="meta">
        <span>{page.texts.people.roleNames[role]}</span>
        <span>{t.sent(sends)} <Moment page={page} at={sentAt} />{invitedBy && ` ${t.by(invitedBy.name)}`}</span>
        {state === 'open' && <span>{t.until} <time datetime={expiresAt} title={page.texts.whole(new Date(expiresAt), page.timeZone)}>{page.texts.brief(new Date(expiresAt), page.timeZone)}</time></span>}
      </p>
      {mailId !== null && <p><a href={page.href(`/admin/mailbox/${mailId}`)}>{t.mail}<span class="unseen"> ({email})</span></a></p>}
      {email !== null && <div class="form-acts">{act('resend')}{state !== 'withdrawn' && act('withdraw')}</div>}
    </li>
  );
}
