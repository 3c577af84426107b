import { type FieldData, fieldLabel } from '../fields/field-inputs.view.js';
import type { ResultOf } from '../graphql/document.js';
import { FollowButton } from '../following/follow-button.view.js';
import { Layout } from '../page/layout.view.js';
import type { Page } from '../page/visit.js';
import { type Crumb, Breadcrumb, crumbsTo } from '../parts/breadcrumb.view.js';
import { Pager } from '../parts/pager.view.js';
import { ServiceNotices } from '../parts/service-notices.view.js';
import { ThreadList } from '../parts/thread-list.view.js';
import { feedPath } from '../found/feed.path.js';
import { type Filter, FILTERS } from './filter.js';
import type { listOperation } from './list.operation.js';

type Result = ResultOf<typeof listOperation>;
type Category = Result['categories'][number];

interface Props {
  page: Page;
  path: string;
  filter: Filter;
  categories: Category[];
  category: Category | null;
  tag: string | null;
  fields: readonly FieldData[];
  sought: { key: string; value: string }[];
  /** The category or tag of the list, for those who may follow it. */
  followable: { id: string; viewer: { following: boolean } } | null;
  threads: Result['threads'];
  /** What is out of order in this category, or under this tag. */
  notices: NonNullable<Result['serviceNotices']>;
}

export function ListView({ page, path, filter, categories, category, tag, fields, sought, followable, threads, notices }: Props) {
  const t = page.texts.lists;
  const title = category ? t.inCategory(category.name) : tag ? t.withTag(tag) : t.all;
  const above: Crumb[] = category?.parentId ? crumbsTo(categories, category.parentId) : [];
  const below = category ? categories.filter(({ parentId }) => parentId === category.id) : [];
  const at = (chosen: Filter) => pathWith(path, [...(chosen === 'all' ? [] : [['filter', chosen]]), ...sought.map(({ key, value }) => [`fields.${key}`, value])]);
  const listPath = at(filter);
  return (
    <Layout page={page} title={title} hidden={threads.nodes.length === 0} feed={feedPath(path, filter)} {...(category?.description ? { description: category.description } : {})}>
      <Breadcrumb page={page} crumbs={above} />
      <h1>{title}</h1>
      {category?.description && <p class="intro">{category.description}</p>}
      <ServiceNotices page={page} notices={notices} />
      {page.member && followable && <div class="list-acts"><FollowButton page={page} targetId={followable.id} following={followable.viewer.following} /></div>}
      {below.length > 0 && (
        <nav aria-label={t.subcategories}>
          <ul class="subcategories">{below.map(({ slug, name }) => <li key={slug}><a href={page.href(`/c/${slug}`)}>{name}</a></li>)}</ul>
        </nav>
      )}
      <nav class="filters" aria-label={t.filterLabel}>
        {FILTERS.map((each) => (
          <a key={each} href={page.href(at(each))} aria-current={each === filter ? 'page' : undefined}>{t.filters[each]}</a>
        ))}
      </nav>
      {filter === 'announcements' && page.member?.isStaff && <p><a class="button" href={page.href('/announce')}>{page.texts.ask.announce}</a></p>}
      {fields.length > 0 && <FieldFilters page={page} path={path} filter={filter} fields={fields} sought={sought} />}
      {threads.nodes.length > 0 ? <ThreadList page={page} threads={threads.nodes} heading="h2" /> : <Empty page={page} path={path} filter={filter} />}
      <Pager page={page} info={threads.pageInfo} path={listPath} />
    </Layout>
  );
}

function Empty({ page, path, filter }: Pick<Props, 'page' | 'path' | 'filter'>) {
  const t = page.texts.lists;
  return (
    <div class="empty">
      <p>{t.empty[filter]}</p>
      <p>{filter === 'all' ? <a class="button" href={page.href('/ask')}>{t.emptyAsk}</a> : filter === 'discussions' ? <a class="button" href={page.href('/ask?kind=discussion')}>{t.emptyDiscuss}</a> : <a class="button button-quiet" href={page.href(path)}>{t.emptyAll}</a>}</p>
    </div>
  );
}

/** The list narrowed by what was said in the category's fields. */
function FieldFilters({ page, path, filter, fields, sought }: Pick<Props, 'page' | 'path' | 'filter' | 'fields' | 'sought'>) {
  const t = page.texts.fields;
  const value = (key: string) => sought.find((each) => each.key === key)?.value ?? '';
  return (
    <form class="field-filters" action={page.href(path)}>
      {filter !== 'all' && <input type="hidden" name="filter" value={filter} />}
      {fields.map((field) => (
        <div class="field" key={field.id}>
          <label for={`filter-${field.key}`}>{fieldLabel(page, field)}</label>
          {field.choices ? (
            <select id={`filter-${field.key}`} name={`fields.${field.key}`}>
              <option value="">{t.any}</option>
              {field.choices.map((choice) => <option key={choice} value={choice} selected={choice === value(field.key)}>{choice}</option>)}
            </select>
          ) : <input type="text" id={`filter-${field.key}`} name={`fields.${field.key}`} value={value(field.key)} autocomplete="off" />}
        </div>
      ))}
      <button type="submit" class="button button-quiet">{t.filter}</button>
    </form>
  );
}

function pathWith(path: string, query: string[][]): string {
  return query.length === 0 ? path : `${path}?${new URLSearchParams(query)}`;
}
