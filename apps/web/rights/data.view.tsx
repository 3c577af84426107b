import type { ResultOf } from '../graphql/document.js';
import type { ProblemParts } from '../graphql/problem.fragment.js';
import { Layout } from '../page/layout.view.js';
import type { Page } from '../page/visit.js';
import { Moment } from '../parts/moment.view.js';
import { MutationId } from '../parts/mutation-id.view.js';
import { ProblemNotice } from '../parts/problem-notice.view.js';
import type { dataOperation } from './data.operation.js';

type Latest = NonNullable<NonNullable<ResultOf<typeof dataOperation>['viewer']>['dataExport']>;

export function DataView({ page, latest, problem }: { page: Page; latest: Latest | null; problem: ProblemParts | null }) {
  const t = page.texts.rights;
  const isOpen = latest?.state === 'waiting' || latest?.state === 'working';
  return (
    <Layout page={page} title={t.dataTitle} path="/settings/data" hidden>
      <div class="reading rights">
        <h1>{t.dataTitle}</h1>
        <p>{t.dataIntro}</p>
        {latest && <State page={page} latest={latest} />}
        <ProblemNotice problem={problem} />
        {!isOpen && latest?.nextAt && <p class="meta"><span>{t.nextAt} <time datetime={latest.nextAt}>{page.texts.exact(new Date(latest.nextAt))}</time></span></p>}
        {!isOpen && !latest?.nextAt && (
          <form method="post" action={page.href('/settings/data')}>
            <MutationId page={page} />
            <button type="submit" class="button">{t.dataAsk}</button>
          </form>
        )}
        <p><a href={page.href('/settings')}>{t.toSettings}</a></p>
      </div>
    </Layout>
  );
}

/** How far it is, as honestly as it is known: a page that is loaded again says it again. */
function State({ page, latest }: { page: Page; latest: Latest }) {
  const t = page.texts.rights;
  switch (latest.state) {
    case 'waiting':
    case 'working': {
      const done = Math.min(latest.done, latest.total);
      return (
        <section class="card" aria-labelledby="state">
          <h2 id="state">{t.making}</h2>
          {latest.total > 0 ? <><progress class="rights-progress" value={done} max={latest.total} aria-labelledby="state" /><p>{t.madeOf(page.texts.number(done), page.texts.number(latest.total))}</p></> : <p>{t.waiting}</p>}
          <p class="field-hint">{t.leave}</p>
          <p><a class="button button-quiet" href={page.href('/settings/data')}>{t.look}</a></p>
        </section>
      );
    }
    case 'ready':
      return (
        <section class="card" aria-labelledby="state">
          <h2 id="state">{t.ready}</h2>
          <p><a class="button" href={latest.path!} download>{t.download(page.texts.size(latest.bytes ?? 0))}</a></p>
          <p class="meta"><span>{t.madeAt} <Moment page={page} at={latest.requestedAt} /></span> <span>{t.until} <time datetime={latest.expiresAt!}>{page.texts.exact(new Date(latest.expiresAt!))}</time></span></p>
          <p class="field-hint">{t.inside}</p>
        </section>
      );
    case 'failed':
      return <section class="card" aria-labelledby="state"><h2 id="state">{t.failed}</h2><p>{t.failedHint}</p></section>;
    case 'expired':
      return <p>{t.expired}</p>;
  }
}
