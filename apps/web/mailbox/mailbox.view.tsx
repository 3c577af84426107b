import type { ResultOf } from '../graphql/document.js';
import { Layout } from '../page/layout.view.js';
import type { Page } from '../page/visit.js';
import { Moment } from '../parts/moment.view.js';
import { Notice } from '../parts/notice.view.js';
import { Pager } from '../parts/pager.view.js';
import type { mailboxOperation, mailOperation } from './mailbox.operation.js';

type Mails = ResultOf<typeof mailboxOperation>['mailbox'];
type Mail = NonNullable<ResultOf<typeof mailOperation>['mail']>;

export function MailboxView({ page, mails, leaves }: { page: Page; mails: Mails; leaves: boolean }) {
  const t = page.texts.mailbox;
  return (
    <Layout page={page} title={t.title} path="/admin/mailbox" hidden>
      <h1>{t.title}</h1>
      <p class="intro">{leaves ? t.leaves : t.kept}</p>
      {mails.nodes.length === 0 && <p class="empty">{t.empty}</p>}
      <ul class="mails">
        {mails.nodes.map((mail) => (
          <li key={mail.id}>
            <a href={page.href(`/admin/mailbox/${mail.id}`)}>{mail.subject}</a>
            <p class="meta"><span>{t.to} {mail.recipient}</span> <span>{t.states[mail.state]}</span> <Moment page={page} at={mail.createdAt} /></p>
          </li>
        ))}
      </ul>
      <Pager page={page} info={mails.pageInfo} path="/admin/mailbox" />
    </Layout>
  );
}

export function MailView({ page, mail }: { page: Page; mail: Mail }) {
  const t = page.texts.mailbox;
  return (
    <Layout page={page} title={mail.subject} hidden>
      <p><a href={page.href('/admin/mailbox')}>{t.back}</a></p>
      <h1>{mail.subject}</h1>
      <p class="meta"><span>{t.to} {mail.recipient}</span> <span>{t.states[mail.state]}</span> <Moment page={page} at={mail.createdAt} /></p>
      {mail.failure && <Notice kind="problem"><p>{t.failure} {mail.failure}</p></Notice>}
      {mail.text === null ? <p class="empty">{t.noText}</p> : <pre class="mail-text" tabindex={0}>{linked(page, mail.text)}</pre>}
    </Layout>
  );
}

/** Addresses of this site can be followed from here: without a mail server it is the only place they arrive at. */
function linked(page: Page, text: string) {
  return text.split(/(https?:\/\/[^\s<>"]+)/).map((part, at) => (at % 2 === 1 && part.startsWith(`${page.publicUrl}/`) ? <a key={at} href={part.slice(page.publicUrl.length)}>{part}</a> : part));
}
