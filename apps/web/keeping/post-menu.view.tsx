import type { Page } from '../page/visit.js';
import type { Permission } from '../thread/act-button.view.js';
import { Menu } from './menu.view.js';

interface Props {
  page: Page;
  post: { id: string; editedAt: string | null; author: { id: string } | null; viewer?: { canEdit: Permission; canDelete: Permission } };
}

const MAY: Permission = { allowed: true, reason: null, message: null };

// Neither theirs nor theirs to look after: what they may read stands beside the post already
const OUTSIDERS: ReadonlySet<string> = new Set(['sign-in-needed', 'not-the-author']);

/** What its author and those who keep order may do with a post. */
export function PostMenu({ page, post: { id, editedAt, author, viewer } }: Props) {
  const t = page.texts.keeping;
  const path = postPath(id);
  if (!page.member) return <Menu page={page} label={t.more} entries={[{ words: page.texts.illegal.link, path: `${path}/illegal`, may: MAY }]} />;
  if (!viewer) return null;
  const report = { words: page.texts.review.link, path: `${path}/flag`, may: MAY };
  if (OUTSIDERS.has(viewer.canDelete.reason ?? '')) return <Menu page={page} label={t.more} entries={[report]} />;
  const isOwn = author?.id === `mem_${page.member.key}`;
  const entries = [
    { words: t.edit.link, path: `${path}/edit`, may: viewer.canEdit },
    ...(editedAt ? [{ words: t.history.link, path: `${path}/history`, may: MAY }] : []),
    { words: t.remove.link, path: `${path}/delete`, may: viewer.canDelete },
    ...(isOwn ? [] : [report]),
  ];
  return <Menu page={page} label={t.more} entries={entries} />;
}

export function postPath(id: string): string {
  return `/p/${id.replace('pst_', '')}`;
}
