import { Layout } from '../page/layout.view.js';
import type { Page } from '../page/visit.js';
import { SearchForm } from '../parts/search-form.view.js';

interface Props {
  page: Page;
  /** Where it stood; null where that is deleted, too. */
  thread: { path: string; title: string; language: string } | null;
  /** What leads there. */
  from?: string;
}

/** The page at the address of a deleted post. */
export function GoneView({ page, thread, from }: Props) {
  const { title, hint } = page.texts.errors[410];
  const t = page.texts.errors;
  return (
    <Layout page={page} title={title} path="/" searched={null} hidden>
      <div class="reading">
        <h1>{title}</h1>
        {thread && <p class="intro">{from ?? t.goneFrom} <a href={page.href(thread.path)} lang={thread.language}>{thread.title}</a></p>}
        <p class={thread ? undefined : 'intro'}>{thread ? t.goneSearch : hint}</p>
        <SearchForm page={page} text="" large />
        <p class="more"><a href={page.href('/')}>{t.home}</a> · <a href={page.href('/contact')}>{page.texts.page.contact}</a></p>
      </div>
    </Layout>
  );
}
