import type { ResultOf } from '../graphql/document.js';
import { Layout } from '../page/layout.view.js';
import type { Page } from '../page/visit.js';
import { Prose } from '../parts/prose.view.js';
import type { legalPageOperation } from './legal.operation.js';
import type { LegalName } from './legal.pages.js';

type Version = NonNullable<ResultOf<typeof legalPageOperation>['legalPage']>;

/** A legal page, or that it is missing: to visitors in plain words, to admins with the way to write it. */
export function LegalView({ page, name, version }: { page: Page; name: LegalName; version: Version | null }) {
  const t = page.texts.legal;
  if (!version) {
    return (
      <Layout page={page} title={t.names[name]} path={`/${name}`} hidden>
        <div class="reading">
          <h1>{t.names[name]}</h1>
          <p class="empty">{t.missing}</p>
          {page.member?.isAdmin && <p><a class="button" href={page.href(`/admin/legal/${name}`)}>{t.write}</a></p>}
        </div>
      </Layout>
    );
  }
  const path = version.isCurrent ? `/${name}` : `/${name}/${version.number}`;
  return (
    <Layout page={page} title={t.names[name]} path={path} hidden={!version.isCurrent}>
      <div class="reading legal">
        <h1>{t.names[name]}</h1>
        <p class="meta"><span>{t.version(version.number)}</span> <span>{t.since} <Day page={page} at={version.publishedAt} /></span></p>
        {!version.isCurrent && <p class="notice notice-hint">{t.earlier} <a href={page.href(`/${name}`)}>{t.toCurrent}</a></p>}
        <Prose page={page} html={version.html} language={version.language} />
        {page.member?.isAdmin && <p><a href={page.href(`/admin/legal/${name}`)}>{t.change}</a></p>}
        {version.versions.length > 1 && (
          <details>
            <summary>{t.versions}</summary>
            <ul class="rights-list">{version.versions.map(({ number, publishedAt }) => <li key={number}><a href={page.href(number === version.versions[0]!.number ? `/${name}` : `/${name}/${number}`)}>{t.version(number)}</a>, {t.since} <Day page={page} at={publishedAt} /></li>)}</ul>
          </details>
        )}
      </div>
    </Layout>
  );
}

function Day({ page, at }: { page: Page; at: string }) {
  const date = new Date(at);
  return <time datetime={at} title={page.texts.exact(date)}>{page.texts.day(date)}</time>;
}
