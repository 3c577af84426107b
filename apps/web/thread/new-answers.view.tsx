import type { Page } from '../page/visit.js';
import type { ThreadData } from './thread.view.js';
import { threadWords } from './thread.words.js';

/** Where a browser with scripts says that there are new answers while the page is open (elements/thread-live.ts); else nothing. */
export function NewAnswers({ page, thread }: { page: Page; thread: ThreadData }) {
  const t = threadWords(page, thread.kind);
  const stream = `/live/thread/${thread.id.slice('thr_'.length)}?known=${thread.answerCount}`;
  return (
    <>
      <thread-live role="status" data-stream={stream} data-known={thread.answerCount} data-count-one={t.answers(1)} data-count-many={t.answers(2).replace('2', '#')} data-page={page.href(thread.path)} data-one={t.newAnswer} data-many={t.newAnswers} data-show={t.newAnswersShow} />
      <script type="module" src={page.asset('thread-live.js')} />
    </>
  );
}
