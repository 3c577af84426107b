import type { SavedSubmission } from '#forum';
import { Layout } from '../page/layout.view.js';
import type { Page } from '../page/visit.js';
import { Notice } from '../parts/notice.view.js';
import type { ProblemParts } from '../graphql/problem.fragment.js';
import { SendingNotice } from '../private-data/sending-notice.view.js';

interface Props {
  page: Page;
  saved: SavedSubmission[];
  /** Of what looks private, by the id of the text. */
  warnings: ReadonlyMap<string, ProblemParts>;
  email: string;
  mustVerify: boolean;
  sent: boolean;
  fault: string | null;
}

export function SavedView({ page, saved, warnings, email, mustVerify, sent, fault }: Props) {
  const t = page.texts.address;
  return (
    <Layout page={page} title={t.savedTitle} path="/saved" hidden>
      <h1>{t.savedTitle}</h1>
      {fault && <Notice kind="problem"><p>{fault}</p></Notice>}
      {sent && <Notice kind="done"><p>{t.sentAgain}</p></Notice>}
      {saved.length === 0 ? <p class="empty">{t.savedNone}</p> : <p class="intro">{mustVerify ? t.saved(email) : saved.some(({ problem }) => problem) ? t.savedVerified : t.savedSoon}</p>}
      {mustVerify && <form method="post" action={page.href('/saved/send-again')}><button type="submit" class="button button-quiet">{t.sendAgain}</button></form>}
      {!mustVerify && saved.length > 0 && <form method="post" action={page.href('/saved/publish')}><button type="submit" class="button">{t.publish}</button></form>}
      {saved.map(({ id, input, problem }) => (
        <article key={id} class="kept">
          {warnings.has(id)
            ? <form method="post" action={page.href(`/saved/${id}/warned`)}><SendingNotice page={page} problem={warnings.get(id)} prefix={`${id}-`} fieldless /></form>
            : problem && <Notice kind="problem"><p>{problem}</p></Notice>}
          {input.title && <h2 class="kept-title">{input.title}</h2>}
          <pre class="kept-text" tabindex={0}>{input.body}</pre>
          <form method="post" action={page.href(`/saved/${id}/discard`)}><button type="submit" class="button button-quiet">{t.discard}</button></form>
        </article>
      ))}
      <p><a href={page.href('/threads')}>{t.toForum}</a></p>
    </Layout>
  );
}
