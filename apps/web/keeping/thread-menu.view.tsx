import type { Page } from '../page/visit.js';
import type { ThreadData } from '../thread/thread.view.js';
import { Menu } from './menu.view.js';

/** What may be done with the thread as a whole, each on a page of its own. */
export function ThreadMenu({ page, thread: { id, answerCount, viewer } }: { page: Page; thread: ThreadData }) {
  const { keeping, merging } = page.texts;
  const path = `/t/${id.replace('thr_', '')}`;
  const entries = [
    { words: keeping.close.link, path: `${path}/close`, may: viewer.canClose },
    { words: keeping.reopen, path: `${path}/reopen`, may: viewer.canReopen, atOnce: true },
    { words: keeping.move.link, path: `${path}/move`, may: viewer.canMove },
    { words: merging.duplicate.link, path: `${path}/duplicate`, may: viewer.canMarkDuplicate },
    { words: merging.merge.link, path: `${path}/merge`, may: viewer.canMerge },
    ...(answerCount > 0 ? [{ words: merging.split.link, path: `${path}/split`, may: viewer.canSplit }] : []), // its answers are what is split off
  ];
  return <Menu page={page} label={keeping.manage} entries={entries} />;
}
