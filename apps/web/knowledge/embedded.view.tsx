import type { FragmentOf } from '../graphql/document.js';
import type { Page } from '../page/visit.js';
import { Prose } from '../parts/prose.view.js';
import type { entryRow } from './entry-row.fragment.js';

/** The FAQ in a frame of another site: no header, no forms, and every link leaves the frame. */
export function EmbeddedFaq({ page, entries }: { page: Page; entries: readonly FragmentOf<typeof entryRow>[] }) {
  const t = page.texts.knowledge;
  return (
    <html lang={page.language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${t.faq} · ${page.siteName}`}</title>
        <meta name="robots" content="noindex" />
        <meta name="color-scheme" content="light dark" />
        <link rel="stylesheet" href={page.asset('kundig.css')} />
      </head>
      <body>
        <main class="content">
          <h1 class="unseen">{t.faq}</h1>
          {entries.length === 0 && <p class="empty">{t.faqEmpty}</p>}
          {entries.map(({ id, title, html, path, language }) => (
            <details key={id} class="faq-entry" lang={language}>
              <summary><strong>{title}</strong></summary>
              <Prose page={page} html={leavingTheFrame(html)} language={language} />
              <p class="more"><a href={page.href(path)} target="_blank" rel="noopener" lang={page.language}>{t.openEntry}<span class="unseen">: {title}</span></a></p>
            </details>
          ))}
          <p class="more"><a href={page.href('/faq')} target="_blank" rel="noopener">{t.allAt(page.siteName)}</a></p>
        </main>
      </body>
    </html>
  );
}

function leavingTheFrame(html: string): string {
  return html.replaceAll('<a ', '<a target="_blank" ');
}
