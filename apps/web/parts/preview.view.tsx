import type { Page } from '../page/visit.js';
import { Prose } from './prose.view.js';

/** What was written, exactly as it will stand on the page. */
export function Preview({ page, html }: { page: Page; html: string }) {
  const t = page.texts.ask;
  return (
    <section class="preview" role="status" aria-labelledby="preview-title">
      <h2 id="preview-title">{t.previewTitle}</h2>
      {html ? <Prose page={page} html={html} /> : <p>{t.previewEmpty}</p>}
    </section>
  );
}
