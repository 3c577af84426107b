import type { Page } from '../page/visit.js';
import type { ThreadData } from '../thread/thread.view.js';

/** What those who keep order may do with the whole thread, each on a page of its own. */
export function MergingLinks({ page, thread: { id, viewer } }: { page: Page; thread: ThreadData }) {
  const t = page.texts.merging;
  const acts = [['duplicate', viewer.canMarkDuplicate], ['merge', viewer.canMerge], ['split', viewer.canSplit]] as const;
  const allowed = acts.filter(([, { allowed: may }]) => may);
  if (allowed.length === 0) return null;
  return (
    <ul class="thread-menu" aria-label={t.menu}>
      {allowed.map(([act]) => <li key={act}><a href={page.href(`/t/${id.replace('thr_', '')}/${act}`)}>{t[act].link}</a></li>)}
    </ul>
  );
}
