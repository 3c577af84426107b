import type { ResultOf } from '../graphql/document.js';
import { Layout } from '../page/layout.view.js';
import type { Page } from '../page/visit.js';
import { MemberName } from '../parts/member-name.view.js';
import { Moment } from '../parts/moment.view.js';
import { Pager } from '../parts/pager.view.js';
import { Prose } from '../parts/prose.view.js';
import type { versionsOperation } from './knowledge.operation.js';

type Entry = NonNullable<ResultOf<typeof versionsOperation>['knowledgeEntry']>;

/** What everyone could read, the latest first. */
export function EntryVersionsView({ page, entry, versions }: { page: Page; entry: Entry; versions: NonNullable<Entry['versions']> }) {
  const t = page.texts.knowledge;
  const path = `/kb/${entry.id.replace('kno_', '')}/versions`;
  return (
    <Layout page={page} title={t.versions} path={path} hidden>
      <div class="reading">
        <h1>{t.versions}</h1>
        <p><a href={page.href(entry.path)} lang={entry.language}>{entry.title}</a></p>
        {versions.nodes.length === 0 && <p class="empty">{t.noVersions}</p>}
        {versions.nodes.map(({ number, title, html, publishedAt, author, publishedBy }) => (
          <article key={number} class="entry-version" aria-labelledby={`version-${number}`}>
            <h2 id={`version-${number}`}>{t.version(number)}</h2>
            <p class="meta"><span><Moment page={page} at={publishedAt} /></span> {author && <span>{t.writtenBy} <MemberName page={page} member={author} name={null} /></span>} {publishedBy && publishedBy.id !== author?.id && <span>{t.publishedBy} <MemberName page={page} member={publishedBy} name={null} /></span>}</p>
            <p lang={entry.language}><strong>{title}</strong></p>
            <Prose page={page} html={html} language={entry.language} />
          </article>
        ))}
        <Pager page={page} info={versions.pageInfo} path={path} />
      </div>
    </Layout>
  );
}
