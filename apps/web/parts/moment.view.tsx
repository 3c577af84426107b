import type { Page } from '../page/visit.js';

/** A time as people say it; the exact one on hover, and for programs. */
export function Moment({ page, at }: { page: Page; at: string }) {
  const date = new Date(at);
  return <time datetime={at} title={page.texts.exact(date)}>{page.texts.ago(date, page.now)}</time>;
}
