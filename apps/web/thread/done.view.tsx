import type { Page } from '../page/visit.js';
import { Notice } from '../parts/notice.view.js';
import type { ThreadData } from './thread.view.js';

type Said = keyof Page['texts']['done'];

// Where the page shows that it is so no longer, an old address says nothing: somebody else may have undone it, or the link was passed on.
const STILL_TRUE: Record<Said, (thread: ThreadData, page: Page) => boolean> = {
  asked: ({ author, state }, { member }) => state === 'visible' && author?.id === `mem_${member?.key}`,
  joined: ({ viewer }) => viewer.saidSameProblem,
  claimed: ({ claim }, { member }) => claim !== null && claim.member.id === `mem_${member?.key}`,
  givenBack: ({ claim }) => claim === null,
  closed: ({ closed }) => closed,
  reopened: ({ closed }) => !closed,
  moved: () => true,
  sameTopic: () => true,
  duplicate: ({ closeReason }) => closeReason === 'duplicate',
  merged: () => true,
  split: () => true,
  noticeOver: ({ notice }) => notice !== null && !notice.ongoing,
  noticeUpdated: ({ notice }) => notice !== null,
};

/** The page of a thread after an act on all of it. */
export function afterDone(path: string | undefined, said: Said): string {
  return path === undefined ? '/' : `${path}?done=${said}`;
}

/** What one has just done to the thread, where the page looks much the same after it as before. */
export function Done({ page, thread, done }: { page: Page; thread: ThreadData; done: string }) {
  const said = page.member && Object.hasOwn(STILL_TRUE, done) ? (done as Said) : null;
  if (!said || !STILL_TRUE[said](thread, page)) return null;
  return <Notice kind="done"><p>{page.texts.done[said]}</p></Notice>;
}
