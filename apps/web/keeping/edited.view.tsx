import type { Page } from '../page/visit.js';
import { Moment } from '../parts/moment.view.js';
import { postPath } from './post-menu.view.js';

/** That a post was edited and when, and the way to what stood there before. */
export function Edited({ page, post: { id, editedAt } }: { page: Page; post: { id: string; editedAt: string | null } }) {
  if (!editedAt) return null;
  return <a class="edited" href={page.href(`${postPath(id)}/history`)} rel="nofollow" title={page.texts.keeping.history.link}>{page.texts.thread.edited} <Moment page={page} at={editedAt} /></a>;
}
