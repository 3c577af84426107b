import { TOKENS } from '../assets/asset.table.js';
import { coloursIn } from '../assets/light-dark.js';
import { type Child, Html, htmlOf } from '../html/html.js';
import { type Language, LANGUAGES } from '../texts/index.js';
import { MainMenu } from './main-menu.view.js';
import { AgreeNotice } from '../legal/agree.view.js';
import { BarredNotice } from '../sanctions/barred.view.js';
import { LEGAL_PAGES } from '../legal/legal.pages.js';
import { ProblemSummary, refusedSoFar } from '../parts/problem-summary.view.js';
import { SearchForm } from '../parts/search-form.view.js';
import { Wordmark } from '../parts/wordmark.view.js';
import type { Page } from './visit.js';

interface Props {
  page: Page;
  title: string;
  children: Child;
  /** The address by which this page is found again, where a form's answer stands in its place. */
  path?: string;
  /** What the search field in the header holds; null where the page has a search field of its own. */
  searched?: string | null;
  /** A list of one's own making, a form, an error: nothing for search engines. */
  hidden?: boolean;
  description?: string;
  /** Where programs read what this page lists. */
  feed?: string;
  /** Where its text is found in which language, if it is not the same page everywhere. */
  languages?: Partial<Record<Language, string>>;
  /** What the page is to a search engine: a type of schema.org. */
  type?: 'QAPage' | 'FAQPage';
}

function alternate(page: Page, language: Language, path: string | undefined) {
  return path === undefined ? null : <link key={language} rel="alternate" hreflang={language} href={page.publicUrl + page.hrefIn(language, path)} />;
}

/** The frame of every page. */
export function Layout({ page, title, children, path = page.path, searched = '', hidden = false, description, feed, languages, type }: Props) {
  const { texts, language, siteName } = page;
  const t = texts.page;
  const content = new Html(htmlOf(children)); // first: the head and the title say what was refused in it
  const refusal = refusedSoFar();
  const other: Language = language === 'de' ? 'en' : 'de';
  const here = page.path.split('?')[0] === path.split('?')[0] ? page.path : path; // with what was chosen on the page: its filters, its place in a list
  return (
    <html lang={language} data-theme={page.theme === 'device' ? undefined : page.theme} {...(type ? { itemscope: true, itemtype: `https://schema.org/${type}` } : {})}>
      <head>
        <meta charset="utf-8" />
        <title>{refusal?.problem && `${t.refused} `}{title === siteName ? title : `${title} · ${siteName}`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Colours theme={page.theme} />
        {description && <meta name="description" content={description} />}
        {hidden && <meta name="robots" content="noindex" />}
        <link rel="stylesheet" href={page.asset('kundig.css')} />
        <link rel="icon" type="image/svg+xml" href={page.asset('favicon.svg')} />
        {!hidden && <link rel="canonical" href={page.publicUrl + page.href(path)} />}
        {feed && <link rel="alternate" type="application/atom+xml" title={title} href={page.publicUrl + page.href(feed)} />}
        {!hidden && <OpenGraph page={page} title={title} path={path} description={description} />}
        {!hidden && LANGUAGES.map((each) => alternate(page, each, languages ? languages[each] : path))}
      </head>
      <body id="top">
        <a class="skip" href="#content">{t.skip}</a>
        <header class="site-header">
          <div class="site-header-row">
            <Wordmark page={page} />
            {searched !== null && <SearchForm page={page} text={searched} />}
            <MainMenu page={page} path={path} here={here} other={other} />
            {searched !== null && path !== '/ask' && <a class="button header-ask" href={page.href('/ask')}><span class="header-ask-long">{t.ask}</span><span class="header-ask-short">{t.askShort}</span></a>}
          </div>
        </header>
        {page.member?.mustAgree && <AgreeNotice page={page} here={here} />}
        <BarredNotice page={page} />
        <main id="content" class="content" tabindex={-1}><ProblemSummary refusal={refusal} />{content}</main>
        <footer class="site-footer">
          <p>{page.claim ? `${siteName}: ${page.claim}` : t.footer(siteName)}</p>
          <p>
            <a href={page.href('/threads')}>{t.threads}</a>
            <a href={page.href('/faq')}>{texts.knowledge.faq}</a>
            <a href={page.href('/kb')}>{texts.knowledge.articles}</a>
            <a href={page.href('/contact')}>{t.contact}</a>
            <a href={page.href('/moderation-log')}>{texts.sanctions.logLink}</a>
            <a href={page.hrefIn(other, here)} lang={other} hreflang={other}>{t.otherLanguage}</a>
            <a href="#top">{t.top}</a>
          </p>
          <p>{LEGAL_PAGES.map((name) => <a key={name} href={page.href(`/${name}`)}>{page.texts.legal.names[name]}</a>)}</p>
          {page.member && <acts-in-place />}
          {page.member && <script type="module" src={page.asset('acts-in-place.js')} />}
        </footer>
      </body>
    </html>
  );
}

const GROUND = coloursIn(TOKENS, 'ground');

/** What the browser's own parts look like, before and around the page. */
function Colours({ theme }: { theme: Page['theme'] }) {
  if (theme !== 'device') return <><meta name="color-scheme" content={theme} /><meta name="theme-color" content={GROUND[theme]} /></>;
  return (
    <>
      <meta name="color-scheme" content="light dark" />
      <meta name="theme-color" content={GROUND.light} media="(prefers-color-scheme: light)" />
      <meta name="theme-color" content={GROUND.dark} media="(prefers-color-scheme: dark)" />
    </>
  );
}

/** How a link to the page looks where people share it: https://ogp.me. */
function OpenGraph({ page, title, path, description }: { page: Page; title: string; path: string; description: string | undefined }) {
  return (
    <>
      <meta property="og:title" content={title} />
      <meta property="og:type" content="website" />
      <meta property="og:url" content={page.publicUrl + page.href(path)} />
      <meta property="og:site_name" content={page.siteName} />
      <meta property="og:locale" content={page.language === 'de' ? 'de_DE' : 'en_GB'} />
      {description && <meta property="og:description" content={description} />}
    </>
  );
}
