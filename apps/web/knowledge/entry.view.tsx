import { excerpt, plainText } from '#platform/content';
import type { ResultOf } from '../graphql/document.js';
import { SolvedQuestion, SolvedThanks } from '../deflection/solved-question.view.js';
import { Layout } from '../page/layout.view.js';
import type { Page } from '../page/visit.js';
import { Breadcrumb, crumbsTo } from '../parts/breadcrumb.view.js';
import { Icon } from '../parts/icon.view.js';
import { MemberName } from '../parts/member-name.view.js';
import { Moment } from '../parts/moment.view.js';
import { MutationId } from '../parts/mutation-id.view.js';
import { Notice } from '../parts/notice.view.js';
import { ProblemNotice } from '../parts/problem-notice.view.js';
import { Prose } from '../parts/prose.view.js';
import { TagLinks } from '../parts/tag-links.view.js';
import { Share } from '../share/share.view.js';
import type { Refused } from './entry.controller.js';
import { EntryWork } from './entry-work.view.js';
import type { entryOperation } from './knowledge.operation.js';

export type Entry = NonNullable<ResultOf<typeof entryOperation>['knowledgeEntry']>;

interface Props {
  page: Page;
  entry: Entry;
  categories: ResultOf<typeof entryOperation>['categories'];
  /** By somebody who was about to ask. */
  opened: { asked: string; solved: boolean; hasDraft: boolean };
  /** What was said of it right now. */
  rated: boolean | null;
  /** What was done to it right now. */
  done: string;
  refused: Refused | null;
}

const BEGINNING = 155; // letters: search engines show no more

export function EntryView({ page, entry, categories, opened, rated, done, refused }: Props) {
  const t = page.texts.knowledge;
  const isFaq = entry.kind === 'faq';
  const isAsked = opened.solved || opened.asked !== '';
  return (
    <Layout page={page} title={entry.title} path={entry.path} languages={addressesOf(entry)} hidden={!entry.isPublic || isAsked} description={excerpt(plainText(entry.html.slice(0, BEGINNING * 10)), BEGINNING) || entry.title} {...(isFaq && entry.isPublic ? { type: 'FAQPage' as const } : {})}>
      <Breadcrumb page={page} crumbs={[isFaq ? { name: t.faqShort, path: '/faq' } : { name: t.articles, path: '/kb' }, ...crumbsTo(categories, entry.category.id)]} />
      <article class="reading entry" aria-labelledby="entry-title" {...(isFaq ? { itemprop: 'mainEntity', itemscope: true, itemtype: 'https://schema.org/Question' } : { itemscope: true, itemtype: 'https://schema.org/TechArticle' })}>
        {page.member?.keepsOrder && Object.hasOwn(t.done, done) && <Notice kind="done"><p>{t.done[done as keyof typeof t.done]}</p></Notice>}
        <ProblemNotice problem={refused?.problem ?? null} />
        <p class="meta"><span class="badge badge-official"><Icon name="shield" />{t.kinds[entry.kind]}</span> {!entry.isPublic && <span class="badge badge-kind">{t.states[entry.state]}</span>}</p>
        <h1 id="entry-title" lang={entry.language} itemprop={isFaq ? 'name' : 'headline'}>{entry.title}</h1>
        {page.member?.keepsOrder && <EntryWork page={page} entry={entry} typed={refused?.typed ?? {}} problem={refused?.problem ?? null} />}
        <div {...(isFaq ? { itemprop: 'acceptedAnswer', itemscope: true, itemtype: 'https://schema.org/Answer' } : {})}>
          <Prose page={page} html={entry.html} language={entry.language} itemprop={isFaq ? 'text' : 'articleBody'} />
        </div>
        <TagLinks page={page} tags={entry.tags} />
        {entry.changedAt && <p class="meta"><span>{t.changed} <Moment page={page} at={entry.changedAt} /></span>{entry.helpful > 0 && <span>{t.helpedSome(entry.helpful)}</span>}</p>}
        <Translations page={page} entry={entry} />
        {entry.isPublic && isAsked && <HelpedAsker page={page} entry={entry} opened={opened} />}
        {entry.isPublic && !isAsked && <Helped page={page} entry={entry} rated={rated ?? entry.viewer.rated} justNow={rated !== null} />}
        <Sources page={page} entry={entry} />
        <Questions page={page} entry={entry} />
        <Related page={page} entry={entry} />
        {entry.isPublic && <div class="thread-acts"><Share page={page} title={entry.title} path={entry.path} /></div>}
      </article>
    </Layout>
  );
}

/** In which language it is found where: itself, and its translations. */
function addressesOf({ language, path, translations }: Entry): Partial<Record<'de' | 'en', string>> {
  return Object.fromEntries([...translations, { language, path }].map((each) => [each.language, each.path]));
}

/** For whoever was about to ask: whether their question is answered. */
function HelpedAsker({ page, entry, opened: { asked, solved, hasDraft } }: { page: Page; entry: Entry; opened: Props['opened'] }) {
  if (solved) return <SolvedThanks page={page} answer={entry.sources.length === 1 ? entry.sources[0]!.post : null} hasDraft={hasDraft} heading="h2" />;
  if (!entry.viewer.canRate.allowed) return null;
  const key = entry.id.replace('kno_', '');
  return <SolvedQuestion page={page} at={`/kb/${key}`} opened={`e${key}`} asked={asked} heading="h2" />;
}

/** Two buttons; whoever it did not help is led on to the community. */
function Helped({ page, entry, rated, justNow }: { page: Page; entry: Entry; rated: boolean | null; justNow: boolean }) {
  const t = page.texts.knowledge;
  const { canRate } = entry.viewer;
  if (!canRate.allowed) return canRate.reason === 'own-entry' ? <p class="field-hint">{canRate.message}</p> : null;
  const button = (helpful: boolean) => (
    <form method="post" action={page.href(`/kb/${entry.id.replace('kno_', '')}/rate`)} class="act-form">
      <MutationId page={page} />
      <input type="hidden" name="helpful" value={String(helpful)} />
      <button type="submit" class={rated === helpful ? 'act act-pressed' : 'act'} aria-pressed={rated === helpful ? 'true' : 'false'}>{helpful ? t.yes : t.no}</button>
    </form>
  );
  return (
    <section class="helped" id="helped" aria-labelledby="helped-title">
      <h2 id="helped-title">{t.didItHelp}</h2>
      <div class="thread-acts">{button(true)}{button(false)}</div>
      {justNow && <p role="status">{rated ? t.thanks : t.sorry}</p>}
      {rated === false && <p><a class="button button-quiet" href={page.href(`/ask?title=${encodeURIComponent(entry.title)}`)} rel="nofollow">{t.askCommunity}</a></p>}
    </section>
  );
}

/** Where it comes from: whoever doubts reads it there, and thanks the one who knew. */
function Sources({ page, entry: { sources } }: { page: Page; entry: Entry }) {
  const t = page.texts.knowledge;
  if (sources.length === 0) return null;
  return (
    <section class="entry-sources" aria-labelledby="sources-title">
      <h2 id="sources-title">{t.sources}</h2>
      <ul>
        {sources.map(({ post, thread }) => (
          <li key={post.id}><a href={page.href(`${thread.path}?post=${post.id}#${post.id}`)} lang={thread.language}>{thread.title}</a> <span class="meta">{t.answerBy} <MemberName page={page} member={post.author} name={post.authorName} /></span></li>
        ))}
      </ul>
    </section>
  );
}

/** In whose words it was asked besides: the threads themselves. */
function Questions({ page, entry: { questions, sources } }: { page: Page; entry: Entry }) {
  const others = questions.filter(({ id }) => !sources.some(({ thread }) => thread.id === id));
  if (others.length === 0) return null;
  return (
    <section class="entry-sources" aria-labelledby="questions-title">
      <h2 id="questions-title">{page.texts.knowledge.alsoAsked}</h2>
      <ul>{others.map(({ id, title, path, language }) => <li key={id}><a href={page.href(path)} lang={language}>{title}</a></li>)}</ul>
    </section>
  );
}

/** What to read next. */
function Related({ page, entry: { related = [] } }: { page: Page; entry: Entry }) {
  const t = page.texts.knowledge;
  if (related.length === 0) return null;
  return (
    <section class="entry-sources" aria-labelledby="related-title">
      <h2 id="related-title">{t.related}</h2>
      <ul>{related.map(({ id, kind, title, path, language }) => <li key={id}><a href={page.href(path)} lang={language}>{title}</a> <span class="meta">{t.kinds[kind]}</span></li>)}</ul>
    </section>
  );
}

function Translations({ page, entry: { translations } }: { page: Page; entry: Entry }) {
  if (translations.length === 0) return null;
  return <>{translations.map(({ title, path, language }) => <p key={path}>{page.texts.knowledge.alsoIn[language]} <a href={page.hrefIn(language, path)} lang={language} hreflang={language}>{title}</a></p>)}</>;
}
