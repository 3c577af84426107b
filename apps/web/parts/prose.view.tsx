import type { Page } from '../page/visit.js';

/** What somebody wrote, as the safe HTML that was made of it when it was written; nothing else may come in here. */
export function Prose({ page, html, language, itemprop }: { page: Page; html: string; language?: string; itemprop?: string | undefined }) {
  return <div class="prose" lang={language} itemprop={itemprop} dangerouslySetInnerHTML={{ __html: scrollable(html).replaceAll('href="/m/', `href="${page.href('/m/')}`) /* only mentions lead to this site without naming it */ }} />;
}

/** Code and tables may be wider than a phone and scroll; without a mouse only what takes the focus can be scrolled. The sanitiser leaves these two no attribute. */
function scrollable(html: string): string {
  return html.replaceAll('<pre>', '<pre tabindex="0">').replaceAll('<table>', '<table tabindex="0">');
}
