import { addressShown } from '#company';
import type { ResultOf } from '../graphql/document.js';
import { Layout } from '../page/layout.view.js';
import type { Page } from '../page/visit.js';
import { SearchForm } from '../parts/search-form.view.js';
import type { contactOperation } from './community.operation.js';
import { openingWords, weekWords } from './opening.words.js';

type Community = ResultOf<typeof contactOperation>['community'];
type Way = Community['contactWays'][number];

export function ContactView({ page, community }: { page: Page; community: Community }) {
  const t = page.texts.company.contact;
  const { contactWays: ways, timeZone } = community;
  return (
    <Layout page={page} title={t.title} path="/contact" searched={null} description={t.intro}>
      <div class="reading">
        <h1>{t.title}</h1>
        <p class="intro">{t.intro}</p>
        <SearchForm page={page} text="" large />
        <p class="contact-ask"><a class="button" href={page.href('/ask')}>{t.ask}</a> <span class="field-hint">{t.askHint}</span></p>
      </div>
      <section aria-labelledby="ways">
        <h2 id="ways">{t.ways}</h2>
        {ways.length > 0 ? <ul class="contact-ways">{ways.map((way) => <li key={way.address} class="card"><WayCard page={page} way={way} timeZone={timeZone} /></li>)}</ul> : <NoWays page={page} />}
        {ways.some(({ hours }) => hours !== '') && <p class="field-hint">{t.zone(timeZone)}</p>}
      </section>
    </Layout>
  );
}

function WayCard({ page, way, timeZone }: { page: Page; way: Way; timeZone: string }) {
  const t = page.texts.company.contact;
  const said = textsIn(page, way);
  const week = way.opening?.changesAt === null ? [] : weekWords(t, page.language, way.hours); // around the clock: said already
  const opening = way.opening && openingWords(t, page.language, way.opening, timeZone, page.now);
  return (
    <>
      <p class="meta">{t.kinds[way.kind]}</p>
      <h3>{said.label}</h3>
      <p class="contact-address"><a href={way.address}>{addressShown(way.address)}</a></p>
      {opening && <p class={way.opening!.isOpen ? 'contact-now contact-open' : 'contact-now'}>{opening}</p>}
      {(said.cost || week.length > 0 || said.hoursNote) && (
        <dl class="contact-facts">
          {said.cost && <div><dt>{t.cost}</dt><dd>{said.cost}</dd></div>}
          {(week.length > 0 || said.hoursNote) && <div><dt>{t.hours}</dt><dd>{week.map((line) => <span key={line} class="contact-line">{line}</span>)}{said.hoursNote && <span class="contact-line">{said.hoursNote}</span>}</dd></div>}
        </dl>
      )}
      {said.note && <p>{said.note}</p>}
    </>
  );
}

/** What is not said in the page's language is said in the other: better than nothing where it costs money. */
function textsIn({ language }: Page, way: Way): Way['de'] {
  const [own, other] = language === 'de' ? [way.de, way.en] : [way.en, way.de];
  return { label: own.label || other.label, cost: own.cost || other.cost, hoursNote: own.hoursNote || other.hoursNote, note: own.note || other.note };
}

function NoWays({ page }: { page: Page }) {
  const t = page.texts.company.contact;
  return (
    <div class="empty">
      <p>{t.none}</p>
      {page.member?.isAdmin && <p><a class="button" href={page.href('/admin/community#ways')}>{t.addWays}</a></p>}
    </div>
  );
}
