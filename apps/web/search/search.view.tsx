import type { ResultOf } from '../graphql/document.js';
import { openedPath } from '../deflection/opened.js';
import { Layout } from '../page/layout.view.js';
import type { Page } from '../page/visit.js';
import { Icon } from '../parts/icon.view.js';
import { MemberName } from '../parts/member-name.view.js';
import { Moment } from '../parts/moment.view.js';
import { Notice } from '../parts/notice.view.js';
import { MatchingNotices } from '../parts/service-notices.view.js';
import { answersWord, ThreadBadges } from '../parts/thread-list.view.js';
import { chosenName, Chosen, Facets } from './facets.view.js';
import { SearchAgain, SearchKeys } from './search-again.view.js';
import type { searchOperation } from './search.operation.js';
import { choosing, everywhere, type Searched, searchPath } from './searched.js';

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
      <SearchAgain page={page} searched={searched} />
      <Chosen page={page} searched={searched} categories={categories} />
      <MatchingNotices page={page} notices={notices} />
      {found && (found.nodes.length > 0 ? <Hits page={page} searched={searched} found={found} isFirst={isFirst} /> : <Nothing page={page} searched={searched} found={found} categories={categories} />)}
    </Layout>
  );
}

function Hits({ page, searched, found, isFirst }: { page: Page; searched: Searched; found: Found; isFirst: boolean }) {
  const t = page.texts.search;
  const { hasNextPage, endCursor } = found.pageInfo;
  return (
    <div class="search-found">
      <div class="search-hits">
        <div class="search-count">
          <p role="status">{t.about(found.estimatedTotal)}</p>
          <a href={page.href(askPath(searched))}>{t.nothingAsk}</a>
          <a class="to-facets" href="#facets">{t.filters}</a>
        </div>
        <SearchKeys page={page} />
        <ol class="hits">{found.nodes.map((hit) => <li key={hit.thread?.id ?? hit.entry?.id}><HitItem page={page} hit={hit} searched={searched} /></li>)}</ol>
        {(hasNextPage || !isFirst) && (
          <nav class="pager" aria-label={page.texts.lists.pages}>
            {!isFirst && <a class="button button-quiet" href={page.href(searchPath(searched))}>{page.texts.lists.first}</a>}
            {hasNextPage && <a class="button button-quiet" rel="next" href={page.href(`${searchPath(searched)}&after=${endCursor}`)}>{page.texts.lists.next}</a>}
          </nav>
        )}
        {!hasNextPage && !isFirst && <p class="meta">{t.end}</p>}
        <p class="more">{t.notFound} <a href={page.href(askPath(searched))}>{t.nothingAsk}</a></p>
      </div>
      <Facets page={page} searched={searched} facets={found.facets} />
    </div>
  );
}

function HitItem({ page, hit, searched }: { page: Page; hit: Hit; searched: Searched }) {
  return hit.entry ? <EntryItem page={page} entry={hit.entry} snippet={hit.snippet} searched={searched} /> : hit.thread ? <ThreadItem page={page} thread={hit.thread} snippet={hit.snippet} searched={searched} /> : null;
}

/** What the company stands for says so, before anything else. */
function EntryItem({ page, entry: { kind, title, path, language, category, changedAt, helpful }, snippet, searched }: { page: Page; entry: NonNullable<Hit['entry']>; snippet: Hit['snippet']; searched: Searched }) {
  const t = page.texts.knowledge;
  return (
    <article class="hit">
      <h2 class="hit-title"><a href={page.href(openedPath(path, searched.text))} lang={language}>{title}</a></h2>
      <Snippet snippet={snippet} language={language} />
      <p class="meta">
        <span class="badge badge-official"><Icon name="shield" />{t.kinds[kind]}</span>
        <a href={page.href(`/c/${category.slug}`)}>{category.name}</a>
        {changedAt && <span>{t.changed} <Moment page={page} at={changedAt} /></span>}
        {helpful > 0 && <span>{t.helpedSome(helpful)}</span>}
      </p>
    </article>
  );
}

function Snippet({ snippet, language }: { snippet: Hit['snippet']; language: string }) {
  return <p class="hit-snippet words" lang={language}>{snippet.map(({ text, hit }, index) => (hit ? <mark key={index}>{text}</mark> : text))}</p>;
}

function ThreadItem({ page, thread, snippet, searched }: { page: Page; thread: NonNullable<Hit['thread']>; snippet: Hit['snippet']; searched: Searched }) {
  return (
    <article class="hit">
      <h2 class="hit-title"><a href={page.href(openedPath(thread.path, searched.text))} lang={thread.language}>{thread.title}</a></h2>
      <Snippet snippet={snippet} language={thread.language} />
      <p class="meta">
        <ThreadBadges page={page} thread={thread} />
        <span>{answersWord(page, thread)}</span>
        <a href={page.href(`/c/${thread.category.slug}`)}>{thread.category.name}</a>
        <span><MemberName page={page} member={thread.author} name={thread.authorName} /> {page.texts.lists.openedBy[thread.kind]} <Moment page={page} at={thread.createdAt} /></span>
      </p>
    </article>
  );
}

/** What to do next: fewer choices where that helps, other words, or ask. */
function Nothing({ page, searched, found, categories }: { page: Page; searched: Searched; found: Found; categories: Props['categories'] }) {
  const t = page.texts.search;
  const { without } = found.facets;
  const helping = without.filter(({ count }) => count > 0);
  return (
    <div class="empty">
      <p role="status"><strong>{t.nothing(searched.text)}</strong></p>
      {helping.length > 0 && (
        <>
          <p>{t.nothingChosen}</p>
          <ul class="drops">
            {helping.map(({ facet, count }) => (
              <li key={facet}><a href={page.href(choosing(searched, facet, ''))}>{t.withoutChoice(t.facets[facet], chosenName(page, searched, facet, categories))}</a> <span class="meta">{t.about(count)}</span></li>
            ))}
          </ul>
        </>
      )}
      {without.length > 1 && <p><a href={page.href(searchPath(everywhere(searched)))}>{t.showAll}</a></p>}
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
