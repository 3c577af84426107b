import type { Page } from '../page/visit.js';
import { Icon } from '../parts/icon.view.js';

/** Ways to show somebody a page: its link to copy, by mail, and with scripts the system's own sheet (elements/share-sheet.ts). */
export function Share({ page, title, path }: { page: Page; title: string; path: string }) {
  const t = page.texts.share;
  const url = page.publicUrl + page.href(path);
  return (
    <details class="menu share">
      <summary class="act"><Icon name="link" />{t.share}</summary>
      <div class="share-ways">
        <label for="share-link">{t.link}</label>
        <input id="share-link" type="text" readonly value={url} />
        <share-sheet data-url={url} data-title={title} data-share={t.sheet} data-copy={t.copy} data-copied={t.copied} />
        <a class="menu-line" href={`mailto:?subject=${encodeURIComponent(title)}&body=${encodeURIComponent(`${title}\n${url}\n`)}`}>{t.mail}</a>
      </div>
      <script type="module" src={page.asset('share-sheet.js')} />
    </details>
  );
}
