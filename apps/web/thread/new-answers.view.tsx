import type { Page } from '../page/visit.js';
import type { ThreadData } from './thread.view.js';
import { threadWords } from './thread.words.js';

/** Where a browser with scripts says that there are new answers, or that one was accepted, while the page is open (elements/thread-live.ts); else nothing. */
export function NewAnswers({ page, thread }: { page: Page; thread: ThreadData }) {
  const t = threadWords(page, thread.kind);
  const stream = `/live/thread/${thread.id.slice('thr_'.length)}?known=${thread.answerCount}`;
  const changes = {
    'data-accept': t.nowAccepted, 'data-accept-not': t.notAccepted, 'data-official': t.nowOfficial, 'data-official-not': t.notOfficial,
    'data-score-one': t.score(1).replace('1', '#'), 'data-score-many': t.score(2).replace('2', '#'),
    'data-same-one': page.texts.lists.sameProblem(1).replace('1', '#'), 'data-same-many': page.texts.lists.sameProblem(2).replace('2', '#'),
  };
  return (
    <>
      <div class="live-place"><thread-live role="status" data-stream={stream} data-known={thread.answerCount} data-count-one={t.answers(1)} data-count-many={t.answers(2).replace('2', '#')} data-page={page.href(thread.path)} data-one={t.newAnswer} data-many={t.newAnswers} data-show={t.newAnswersShow} {...changes} /></div>
      <script type="module" src={page.asset('thread-live.js')} />
    </>
  );
}
