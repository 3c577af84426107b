import type { ResultOf } from '../graphql/document.js';
import { openedPath } from '../deflection/opened.js';
import { Layout } from '../page/layout.view.js';
import type { Page } from '../page/visit.js';
import { MemberName } from '../parts/member-name.view.js';
import { Moment } from '../parts/moment.view.js';
import { Notice } from '../parts/notice.view.js';
import { MatchingNotices } from '../parts/service-notices.view.js';
import { answersWord, ThreadBadges } from '../parts/thread-list.view.js';
import { SearchFilters } from './search-filters.view.js';
import type { searchOperation } from './search.operation.js';
import { type Searched, searchPath } from './searched.js';

type Result = ResultOf<typeof searchOperation>;
type Found = NonNullable<Result['search']>;
type Hit = Found['nodes'][number];

interface Props {
  page: Page;
  searched: Searched;
  /** Null where nothing was searched for yet. */
  found: Found | null;
  categories: Result['categories'];
  isFirst: boolean;
  /** What is out of order and may be what is looked for. */
  notices: NonNullable<Result['serviceNotices']>;
}

export function SearchView({ page, searched, found, categories, isFirst, notices }: Props) {
  const t = page.texts.search;
  return (
    <Layout page={page} title={searched.text ? t.titleFor(searched.text) : t.title} searched={null} hidden>
      <h1 class="search-title">{found ? <>{t.resultsFor} <q>{searched.text}</q></> : t.title}</h1>
      {!found && <p class="intro">{t.start}</p>}
      {found?.degraded && <Notice kind="hint"><p>{t.degraded}</p></Notice>}
      <SearchFilters page={page} searched={searched} categories={categories} />
      <MatchingNotices page={page} notices={notices} />
      {found && (found.nodes.length > 0 ? <Hits page={page} searched={searched} found={found} isFirst={isFirst} /> : <Nothing page={page} searched={searched} />)}
    </Layout>
  );
}

function Hits({ page, searched, found, isFirst }: { page: Page; searched: Searched; found: Found; isFirst: boolean }) {
  const t = page.texts.search;
  const { hasNextPage, endCursor } = found.pageInfo;
  return (
    <>
      <p class="search-count" role="status">{t.about(found.estimatedTotal)}</p>
      <ol class="hits">{found.nodes.map((hit) => <li key={hit.thread.id}><HitItem page={page} hit={hit} searched={searched} /></li>)}</ol>
      {(hasNextPage || !isFirst) && (
        <nav class="pager" aria-label={page.texts.lists.pages}>
          {!isFirst && <a class="button button-quiet" href={page.href(searchPath(searched))}>{page.texts.lists.first}</a>}
          {hasNextPage && <a class="button button-quiet" rel="next" href={page.href(`${searchPath(searched)}&after=${endCursor}`)}>{page.texts.lists.next}</a>}
        </nav>
      )}
      {!hasNextPage && !isFirst && <p class="meta">{t.end}</p>}
      <p class="more">{t.notFound} <a href={page.href(askPath(searched))}>{t.nothingAsk}</a></p>
    </>
  );
}

function HitItem({ page, hit: { thread, snippet }, searched }: { page: Page; hit: Hit; searched: Searched }) {
  return (
    <article class="hit">
      <h2 class="hit-title"><a href={page.href(openedPath(thread.path, searched.text))} lang={thread.language}>{thread.title}</a></h2>
      <p class="hit-snippet" lang={thread.language}>{snippet.map(({ text, hit }, index) => (hit ? <mark key={index}>{text}</mark> : text))}</p>
      <p class="meta">
        <ThreadBadges page={page} thread={thread} />
        <span>{answersWord(page, thread)}</span>
        <a href={page.href(`/c/${thread.category.slug}`)}>{thread.category.name}</a>
        <span><MemberName page={page} member={thread.author} name={thread.authorName} /> {page.texts.lists.openedBy[thread.kind]} <Moment page={page} at={thread.createdAt} /></span>
      </p>
    </article>
  );
}

function Nothing({ page, searched }: { page: Page; searched: Searched }) {
  const t = page.texts.search;
  return (
    <div class="empty" role="status">
      <p><strong>{t.nothing(searched.text)}</strong></p>
      <p>{t.nothingHint}</p>
      <p><a class="button" href={page.href(askPath(searched))}>{t.nothingAsk}</a></p>
      <p><a href={page.href('/contact')}>{page.texts.page.contact}</a></p>
    </div>
  );
}

/** Carries the words over to the form in which one asks: as far as an address should hold them. */
function askPath({ text }: Searched): string {
  return `/ask?title=${encodeURIComponent(text.slice(0, 200).toWellFormed())}`;
}
