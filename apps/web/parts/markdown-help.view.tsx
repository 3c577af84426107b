import type { Page } from '../page/visit.js';

export function MarkdownHelp({ page }: { page: Page }) {
  const t = page.texts.ask;
  return (
    <details class="markdown-help">
      <summary>{t.markdownTitle}</summary>
      <dl>{t.markdown.map(({ write, means }) => <div key={write}><dt><code>{write}</code></dt><dd>{means}</dd></div>)}</dl>
    </details>
  );
}
