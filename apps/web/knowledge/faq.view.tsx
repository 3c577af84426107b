import { excerpt, plainText } from '#platform/content';
import type { FragmentOf, ResultOf } from '../graphql/document.js';
import { Layout } from '../page/layout.view.js';
import type { Page } from '../page/visit.js';
import { Breadcrumb, crumbsTo } from '../parts/breadcrumb.view.js';
import { Moment } from '../parts/moment.view.js';
import { Pager } from '../parts/pager.view.js';
import { Prose } from '../parts/prose.view.js';
import type { Language } from '../texts/index.js';
import type { entryRow } from './entry-row.fragment.js';
import type { entriesOperation, faqOperation } from './knowledge.operation.js';

type Entry = FragmentOf<typeof entryRow>;
type Entries = ResultOf<typeof entriesOperation>['knowledgeEntries'];
type Categories = ResultOf<typeof faqOperation>['categories'];

const LONGEST_UNFOLDED = 4_000; // characters of HTML: what is longer has a page of its own to be read on
const EXCERPT = 200;

/** All topics, each with what most need. */
export function FaqView({ page, topics, categories, language }: { page: Page; topics: ResultOf<typeof faqOperation>['faq']; categories: Categories; language: Language }) {
  const t = page.texts.knowledge;
  const path = faqPath(page, language);
  const isEmpty = topics.length === 0;
  return (
    <Layout page={page} title={t.faq} path={path} hidden={isEmpty} description={t.faqIntro(page.siteName)} feed="/faq/feed.atom" {...(isEmpty ? {} : { type: 'FAQPage' as const })}>
      <h1>{t.faq}</h1>
      <p class="intro">{t.faqIntro(page.siteName)}</p>
      <Ways page={page} path="/faq" language={language} />
      {isEmpty && <Nothing page={page} words={t.faqEmpty} />}
      {topics.length > 1 && (
        <nav class="faq-topics" aria-label={t.topics}>{topics.map(({ category }) => <a key={category.id} href={`#${category.slug}`}>{category.name}</a>)}</nav>
      )}
      {topics.map(({ category, entries, total }) => (
        <section key={category.id} class="faq-topic" id={category.slug} aria-labelledby={`${category.slug}-title`}>
          <h2 id={`${category.slug}-title`}>{crumbsTo(categories, category.id).map(({ name }) => name).join(' › ')}</h2>
          <Questions page={page} entries={entries} />
          {total > entries.length && <p class="more"><a href={page.href(topicPath(page, category.slug, language))}>{t.allOf(total)}</a></p>}
        </section>
      ))}
    </Layout>
  );
}

/** One topic, and those below it. */
export function FaqTopicView({ page, category, categories, entries, language }: { page: Page; category: { id: string; slug: string; name: string }; categories: Categories; entries: Entries; language: Language }) {
  const t = page.texts.knowledge;
  const path = topicPath(page, category.slug, language);
  const isEmpty = entries.nodes.length === 0;
  return (
    <Layout page={page} title={t.faqOf(category.name)} path={path} hidden={isEmpty} feed="/faq/feed.atom" {...(isEmpty ? {} : { type: 'FAQPage' as const })}>
      <Breadcrumb page={page} crumbs={crumbsTo(categories, category.id)} />
      <h1>{t.faqOf(category.name)}</h1>
      <p><a href={page.href('/faq')}>{t.toFaq}</a></p>
      {isEmpty && <Nothing page={page} words={t.faqEmpty} />}
      <Questions page={page} entries={entries.nodes} />
      <Pager page={page} info={entries.pageInfo} path={path} />
    </Layout>
  );
}

/** Each question unfolds its answer, without a script. What it is to search engines: https://schema.org/FAQPage. */
function Questions({ page, entries }: { page: Page; entries: readonly Entry[] }) {
  return (
    <div class="faq-entries">
      {entries.map((entry) => (
        <details key={entry.id} class="faq-entry" id={entry.id} lang={entry.language} itemprop="mainEntity" itemscope itemtype="https://schema.org/Question">
          <summary><h3 itemprop="name">{entry.title}</h3></summary>
          <div itemprop="acceptedAnswer" itemscope itemtype="https://schema.org/Answer">
            {entry.html.length <= LONGEST_UNFOLDED
              ? <Prose page={page} html={entry.html} language={entry.language} itemprop="text" />
              : <p class="prose" itemprop="text">{excerpt(plainText(entry.html.slice(0, LONGEST_UNFOLDED)), EXCERPT * 2)}</p>}
          </div>
          <p class="more"><a href={page.href(entry.path)} lang={page.language}>{entry.html.length <= LONGEST_UNFOLDED ? page.texts.knowledge.openEntry : page.texts.knowledge.readOn}<span class="unseen">: {entry.title}</span></a></p>
        </details>
      ))}
    </div>
  );
}

/** All articles, or those of a topic. */
export function ArticlesView({ page, category, entries, language }: { page: Page; category: { slug: string; name: string } | null; entries: Entries; language: Language }) {
  const t = page.texts.knowledge;
  const path = `/kb${category || language !== page.language ? '?' : ''}${[category && `topic=${category.slug}`, language !== page.language && `language=${language}`].filter(Boolean).join('&')}`;
  const title = category ? t.articlesOf(category.name) : t.articles;
  return (
    <Layout page={page} title={title} path={path} hidden={entries.nodes.length === 0}>
      <h1>{title}</h1>
      <p class="intro">{t.articlesIntro}</p>
      <Ways page={page} path="/kb" language={language} />
      {entries.nodes.length === 0 && <Nothing page={page} words={t.articlesEmpty} />}
      <ul class="post-rows">
        {entries.nodes.map(({ id, title: name, path: to, html, language: its, changedAt, category: topic, helpful }) => (
          <li key={id}>
            <h2><a href={page.href(to)} lang={its}>{name}</a></h2>
            <p class="words" lang={its}>{excerpt(plainText(html.slice(0, LONGEST_UNFOLDED)), EXCERPT)}</p>
            <p class="meta"><a href={page.href(`/kb?topic=${topic.slug}`)}>{topic.name}</a>{changedAt && <span>{t.changed} <Moment page={page} at={changedAt} /></span>}{helpful > 0 && <span>{t.helpedSome(helpful)}</span>}</p>
          </li>
        ))}
      </ul>
      <Pager page={page} info={entries.pageInfo} path={path} />
    </Layout>
  );
}

/** From one list to the others, and to writing for those who may. */
function Ways({ page, path, language }: { page: Page; path: '/faq' | '/kb'; language: Language }) {
  const t = page.texts.knowledge;
  const other: Language = language === 'de' ? 'en' : 'de';
  return (
    <p class="knowledge-ways">
      {path === '/faq' ? <a href={page.href('/kb')}>{t.articles}</a> : <a href={page.href('/faq')}>{t.faq}</a>}
      <a href={page.href(`${path}${other === page.language ? '' : `?language=${other}`}`)} rel="nofollow">{t.inOther[other]}</a>
      {page.member?.isStaff && path === '/faq' && <a href={page.href('/kb/new?kind=faq')}>{t.newFaq}</a>}
      {page.member?.keepsOrder && path === '/kb' && <a href={page.href('/kb/new?kind=article')}>{t.newArticle}</a>}
    </p>
  );
}

function Nothing({ page, words }: { page: Page; words: string }) {
  return <div class="empty"><p>{words}</p><p><a class="button button-quiet" href={page.href('/threads?filter=solved')}>{page.texts.knowledge.toSolved}</a></p></div>;
}

function faqPath(page: Page, language: Language): string {
  return language === page.language ? '/faq' : `/faq?language=${language}`;
}

function topicPath(page: Page, slug: string, language: Language): string {
  return `/faq?topic=${slug}${language === page.language ? '' : `&language=${language}`}`;
}
