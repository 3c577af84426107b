import type { ResultOf } from '../graphql/document.js';
import { Layout } from '../page/layout.view.js';
import type { Page } from '../page/visit.js';
import { SearchForm } from '../parts/search-form.view.js';
import { ServiceNotices } from '../parts/service-notices.view.js';
import { TagLinks } from '../parts/tag-links.view.js';
import { ThreadList } from '../parts/thread-list.view.js';
import type { StepsState } from '../steps/step.list.js';
import { FirstStepsCard } from '../steps/steps.view.js';
import { CategoryTree } from './category-tree.view.js';
import type { frontOperation } from './front.operation.js';

type Front = ResultOf<typeof frontOperation>;

export function FrontView({ page, front, steps }: { page: Page; front: Front; /** Of admins alone. */ steps: StepsState | null }) {
  const t = page.texts.lists;
  return (
    <Layout page={page} title={page.siteName} searched={null} description={t.frontIntro}>
      <FirstStepsCard page={page} state={steps} />
      <div class="front">
        <section class="hero">
          <h1>{t.frontTitle}</h1>
          <p class="hero-intro">{page.member ? t.frontIntroMember : t.frontIntro}</p>
          <div class="hero-ways">
            <SearchForm page={page} text="" large />
            <a class="button button-large" href={page.href('/ask')}>{page.texts.page.ask}</a>
          </div>
        </section>
        <div class="front-notices"><ServiceNotices page={page} notices={front.serviceNotices} /></div>
        <div class="front-side">
          <section aria-labelledby="categories">
            <h2 id="categories">{t.categories}</h2>
            <CategoryTree page={page} categories={front.categories} />
          </section>
          {front.tags.length > 0 && (
            <section class="front-tags" aria-labelledby="tags">
              <h2 id="tags">{t.tags}</h2>
              <TagLinks page={page} tags={front.tags.map(({ name }) => name)} />
              <p class="more"><a href={page.href('/tags')}>{t.tagsAll}</a></p>
            </section>
          )}
        </div>
        <div class="front-main">
          <Unanswered page={page} front={front} />
          <Latest page={page} front={front} />
        </div>
      </div>
    </Layout>
  );
}

const UNANSWERED = 5;
const LATEST = 10;

/** The first of them: those in the language of the page before the others, either as they came. */
function ownFirst(page: Page, { nodes }: Front['latest'], most: number): Front['latest']['nodes'] {
  return [...nodes.filter(({ language }) => language === page.language), ...nodes.filter(({ language }) => language !== page.language)].slice(0, most);
}

function Unanswered({ page, front: { unanswered, latest } }: { page: Page; front: Front }) {
  const t = page.texts.lists;
  if (latest.nodes.length === 0) return null; // nothing was asked at all: the other list says so
  return (
    <section aria-labelledby="unanswered">
      <h2 id="unanswered">{t.unanswered}</h2>
      {unanswered.nodes.length > 0 ? <ThreadList page={page} threads={ownFirst(page, unanswered, UNANSWERED)} heading="h3" /> : <p class="empty">{t.nothingUnanswered}</p>}
      {(unanswered.nodes.length > UNANSWERED || unanswered.pageInfo.hasNextPage) && <p class="more"><a href={page.href('/threads?filter=unanswered')}>{t.unansweredMore}</a></p>}
    </section>
  );
}

function Latest({ page, front: { latest } }: { page: Page; front: Front }) {
  const t = page.texts.lists;
  return (
    <section aria-labelledby="latest">
      <h2 id="latest">{t.latest}</h2>
      {latest.nodes.length > 0 ? (
        <ThreadList page={page} threads={ownFirst(page, latest, LATEST)} heading="h3" />
      ) : (
        <div class="empty">
          <p>{t.nothingYet}</p>
          <p><a class="button" href={page.href('/ask')}>{t.emptyAsk}</a></p>
        </div>
      )}
      {(latest.nodes.length > LATEST || latest.pageInfo.hasNextPage) && <p class="more"><a href={page.href('/threads')}>{t.latestMore}</a></p>}
    </section>
  );
}
