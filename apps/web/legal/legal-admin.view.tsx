import type { ResultOf } from '../graphql/document.js';
import type { ProblemParts } from '../graphql/problem.fragment.js';
import type { Fields } from '../page/form.fields.js';
import { Layout } from '../page/layout.view.js';
import type { Page } from '../page/visit.js';
import { TextField } from '../parts/field.view.js';
import { MarkdownHelp } from '../parts/markdown-help.view.js';
import { Moment } from '../parts/moment.view.js';
import { MutationId } from '../parts/mutation-id.view.js';
import { Notice } from '../parts/notice.view.js';
import { ProblemNotice } from '../parts/problem-notice.view.js';
import { LEGAL_PAGES, type LegalName } from './legal.pages.js';
import type { legalSourcesOperation } from './legal.operation.js';

type Sources = ResultOf<typeof legalSourcesOperation>;

export function LegalListView({ page, sources, done }: { page: Page; sources: Sources; done: boolean }) {
  const t = page.texts.legal;
  return (
    <Layout page={page} title={t.adminTitle} path="/admin/legal" hidden>
      <div class="reading rights">
        <h1>{t.adminTitle}</h1>
        {done && <Notice kind="done"><p>{t.published}</p></Notice>}
        {LEGAL_PAGES.map((name) => (
          <section key={name} class="card" aria-labelledby={`legal-${name}`}>
            <h2 id={`legal-${name}`}>{t.names[name]}</h2>
            {sources[name] ? <p class="meta"><span>{t.version(sources[name].number)}</span> <Moment page={page} at={sources[name].publishedAt} /></p> : <p class="empty">{t.owed}</p>}
            <p><a class="button button-quiet" href={page.href(`/admin/legal/${name}`)}>{sources[name] ? t.change : t.write}</a> <a href={page.href(`/${name}`)}>{t.toPage}</a></p>
          </section>
        ))}
        <p><a href={page.href('/admin')}>{page.texts.admin.title}</a></p>
      </div>
    </Layout>
  );
}

interface FormProps {
  page: Page;
  name: LegalName;
  current: Sources[LegalName];
  typed: Fields | null;
  problem: ProblemParts | null;
}

/** Both languages of one page; what is published is a new version, and the ones before it stay. */
export function LegalFormView({ page, name, current, typed, problem }: FormProps) {
  const t = page.texts.legal;
  return (
    <Layout page={page} title={t.names[name]} path={`/admin/legal/${name}`} hidden>
      <div class="reading rights">
        <h1>{t.names[name]}</h1>
        <p>{t.formHint}</p>
        <form method="post" action={page.href(`/admin/legal/${name}`)}>
          <ProblemNotice problem={problem} />
          <MutationId page={page} />
          <input type="hidden" name="basedOn" value={problem?.__typename === 'Conflict' ? (current?.number ?? 0) : (typed?.['basedOn'] ?? current?.number ?? 0)} />
          <TextField name="sourceDe" label={t.inGerman} rows={16} value={typed?.['sourceDe'] ?? current?.sourceDe ?? ''} problem={problem} />
          <TextField name="sourceEn" label={t.inEnglish} rows={16} value={typed?.['sourceEn'] ?? current?.sourceEn ?? ''} problem={problem} />
          <MarkdownHelp page={page} />
          {name === 'rules' && <p class="agree"><label><input type="checkbox" name="mustAgree" checked={typed?.['mustAgree'] !== undefined} /> {t.mustAgree}</label></p>}
          <button type="submit" class="button">{t.publish}</button>
        </form>
        <p><a href={page.href('/admin/legal')}>{t.adminTitle}</a></p>
      </div>
    </Layout>
  );
}
