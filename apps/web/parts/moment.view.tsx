import type { Page } from '../page/visit.js';

/** A time as people say it; the exact one on hover, and for programs. */
export function Moment({ page, at, itemprop }: { page: Page; at: string; itemprop?: string | undefined }) {
  const date = new Date(at);
  return <time datetime={at} itemprop={itemprop} title={page.texts.exact(date)}>{page.texts.ago(date, page.now)}</time>;
}
