import type { ResultOf } from '../graphql/document.js';
import { Layout } from '../page/layout.view.js';
import type { Page } from '../page/visit.js';
import { Moment } from '../parts/moment.view.js';
import { Notice } from '../parts/notice.view.js';
import { Pager } from '../parts/pager.view.js';
import { Exactly } from './barred.view.js';
import type { decisionsOperation } from './sanctions.operation.js';

export type Decisions = NonNullable<NonNullable<ResultOf<typeof decisionsOperation>['member']>['decisions']>;
export type Decision = Decisions['nodes'][number];

/** What was decided about the reader, why, until when, and what became of their appeals. */
export function DecisionsView({ page, decisions, done }: { page: Page; decisions: Decisions; done: boolean }) {
  const t = page.texts.sanctions;
  return (
    <Layout page={page} title={t.decisionsTitle} path="/standing/decisions" hidden>
      <h1>{t.decisionsTitle}</h1>
      {done && <Notice kind="done"><p>{t.appealDone}</p></Notice>}
      <p class="intro">{t.decisionsIntro} <a href={page.href('/standing')}>{page.texts.standing.link}</a></p>
      {decisions.nodes.length === 0 && <div class="empty"><p>{t.none}</p></div>}
      <ul class="decisions">
        {decisions.nodes.map((decision) => (
          <li key={decision.id}>
            <DecisionParts page={page} decision={decision} />
            {decision.canAppeal && <p><a class="button button-quiet" href={page.href(`/standing/decisions/${decision.id.replace('dec_', '')}/appeal`)}>{t.appeal}</a></p>}
          </li>
        ))}
      </ul>
      <Pager page={page} info={decisions.pageInfo} path="/standing/decisions" />
    </Layout>
  );
}

/** One decision in words, with the appeal against it. */
export function DecisionParts({ page, decision: { act, reason, createdAt, byReports, hours, endsAt, title, path, appeal } }: { page: Page; decision: Omit<Decision, 'canAppeal' | 'id'> }) {
  const t = page.texts.sanctions;
  return (
    <>
      <p><strong>{t.acts[act]}</strong>{hours !== null && <> {t.lasting(t.duration(hours))}</>}{byReports && <> {t.byReports}</>}</p>
      <p class="soft"><Moment page={page} at={createdAt} />{endsAt && <>, {t.until} <Exactly page={page} at={endsAt} /></>}</p>
      {title && <p>{path ? <a href={page.href(path)}><bdi>{title}</bdi></a> : <bdi>{title}</bdi>}</p>}
      {reason && <p>{t.reason} <bdi>{reason}</bdi></p>}
      {appeal && (
        <blockquote class="appeal">
          <p>{t.appealed} <bdi>{appeal.body}</bdi></p>
          {appeal.outcome ? <p><strong>{t.outcomes[appeal.outcome]}</strong>{appeal.answer && <> {t.answered} <bdi>{appeal.answer}</bdi></>}</p> : <p class="soft">{t.due} <Exactly page={page} at={appeal.dueAt} /></p>}
        </blockquote>
      )}
    </>
  );
}
