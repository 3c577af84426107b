import type { Page } from '../page/visit.js';
import { Icon } from '../parts/icon.view.js';
import { MutationId } from '../parts/mutation-id.view.js';
import type { Permission } from '../thread/act-button.view.js';

/** One thing that can be done, and whether by the one who looks. */
export interface Entry {
  words: string;
  /** Without its language: a page that asks for the rest. */
  path: string;
  may: Permission;
  /** Done by pressing, without a page of its own. */
  atOnce?: boolean;
}

// Why not, where one might have expected to; the other reasons say that it is not one's business, or that there is nothing to do
const TOLD: ReadonlySet<string> = new Set(['too-late-to-edit', 'others-answered', 'official-answer', 'staff-post', 'closed-by-others', 'verify-address', 'agree-to-rules']);

/** What can be done with a post or a thread beside what everyone does: folded away, and not there at all where there is nothing. */
export function Menu({ page, label, entries }: { page: Page; label: string; entries: readonly Entry[] }) {
  const shown = entries.filter(({ may }) => may.allowed || TOLD.has(may.reason ?? ''));
  if (shown.length === 0) return null;
  return (
    <details class="menu">
      <summary class="act"><Icon name="more" />{label}</summary>
      <ul>{shown.map((entry) => <li key={entry.path}><Line page={page} entry={entry} /></li>)}</ul>
    </details>
  );
}

function Line({ page, entry: { words, path, may, atOnce } }: { page: Page; entry: Entry }) {
  if (!may.allowed) return <p class="menu-off"><strong>{words}</strong> {may.message}</p>;
  if (!atOnce) return <a class="menu-line" href={page.href(path)}>{words}</a>;
  return (
    <form method="post" action={page.href(path)}>
      <MutationId page={page} />
      <button type="submit" class="menu-line">{words}</button>
    </form>
  );
}
