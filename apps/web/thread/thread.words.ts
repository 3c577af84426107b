import type { Page } from '../page/visit.js';
import type { ThreadData } from './thread.view.js';

/** The thread page's words for this kind of thread: what is a question and an answer in one is a discussion and a reply in another. */
export function threadWords(page: Page, kind: ThreadData['kind']) {
  const t = page.texts.thread;
  switch (kind) {
    case 'question': return t;
    case 'announcement': return { ...t, ...t.discussion, ...t.announcement };
    default: return { ...t, ...t.discussion };
  }
}
