import type { ResultOf } from '../graphql/document.js';
import { Layout } from '../page/layout.view.js';
import type { Page } from '../page/visit.js';
import { Pager } from '../parts/pager.view.js';
import { ThreadList } from '../parts/thread-list.view.js';
import type { ThreadData } from '../thread/thread.view.js';
import type { attachedOperation } from './attached.operation.js';

type Thread = NonNullable<ResultOf<typeof attachedOperation>['thread']>;
type Questions = NonNullable<Thread['notice']>['duplicates'];

/** A parameter, since any word in its place could be the name of a thread. */
export const attachedPath = (path: string) => `${path}?attached=1`;

/** Every question that is a duplicate of a notice, page by page. */
export function AttachedView({ page, thread: { title, path, language }, questions: { nodes, pageInfo } }: { page: Page; thread: Thread; questions: Questions }) {
  const t = page.texts.notices;
  return (
    <Layout page={page} title={t.attachedTitle} path={attachedPath(path)} hidden>
      <h1>{t.attachedTitle}</h1>
      <p class="intro"><a href={page.href(path)} lang={language}>{title}</a></p>
      {nodes.length === 0 ? <div class="empty"><p>{t.attachedEmpty}</p><p><a class="button button-quiet" href={page.href(path)}>{t.attachedBack}</a></p></div> : <p class="intro">{t.attachedHint}</p>}
      {nodes.length > 0 && <ThreadList page={page} threads={nodes} heading="h2" />}
      <Pager page={page} info={pageInfo} path={attachedPath(path)} />
    </Layout>
  );
}

/** The newest of them, on the page of the notice itself. */
export function AttachedQuestions({ page, thread, questions: { nodes, pageInfo } }: { page: Page; thread: ThreadData; questions: NonNullable<ThreadData['notice']>['duplicates'] }) {
  const t = page.texts.notices;
  if (nodes.length === 0) return null;
  return (
    <section class="notice-questions" aria-labelledby="attached">
      <h2 id="attached">{t.attached}</h2>
      <ul>{nodes.map(({ id, title, path, language }) => <li key={id}><a href={page.href(path)} lang={language}>{title}</a></li>)}</ul>
      {pageInfo.hasNextPage && <p><a href={page.href(attachedPath(thread.path))}>{t.attachedAll}</a></p>}
    </section>
  );
}
