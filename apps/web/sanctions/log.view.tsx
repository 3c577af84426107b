import type { ResultOf } from '../graphql/document.js';
import { Layout } from '../page/layout.view.js';
import type { Page } from '../page/visit.js';
import { Moment } from '../parts/moment.view.js';
import { Pager } from '../parts/pager.view.js';
import type { moderationLogOperation } from './sanctions.operation.js';

const POSTS = ['hidden', 'deleted'];

/** The public log: what was decided, and by which rule. */
export function LogView({ page, log }: { page: Page; log: ResultOf<typeof moderationLogOperation>['moderationLog'] }) {
  const t = page.texts.sanctions;
  return (
    <Layout page={page} title={t.logTitle} path="/moderation-log">
      <h1>{t.logTitle}</h1>
      <p class="intro">{t.logIntro}</p>
      {log.nodes.length === 0 && <div class="empty"><p>{t.logNone}</p></div>}
      <ul class="decisions">
        {log.nodes.map(({ id, act, rule, byReports, hours, outcome, createdAt }) => (
          <li key={id}>
            <p><strong>{t.acts[act]}</strong>{hours !== null && <> {t.lasting(t.duration(hours))}</>}{byReports && <> {t.byReports}</>}{rule && <>: {page.texts.review.reasons[rule]}</>}</p>
            <p class="soft"><Moment page={page} at={createdAt} />{!rule && !byReports && POSTS.includes(act) && <>. {t.ownWords}</>}{outcome && <>. {t.logOutcomes[outcome]}</>}</p>
          </li>
        ))}
      </ul>
      <Pager page={page} info={log.pageInfo} path="/moderation-log" />
    </Layout>
  );
}
