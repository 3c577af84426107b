import type { ResultOf } from '../graphql/document.js';
import type { ProblemParts } from '../graphql/problem.fragment.js';
import type { Page } from '../page/visit.js';
import { Field, LineField } from '../parts/field.view.js';
import { Moment } from '../parts/moment.view.js';
import { MutationId } from '../parts/mutation-id.view.js';
import type { standingOperation } from './standing.operation.js';

export type Rank = NonNullable<NonNullable<ResultOf<typeof standingOperation>['member']>['standing']>['rank'];

const GIVEN = [0, 1, 2, 3] as const;

/** Which rank, what may be done with it, and what is missing for the next. */
export function RankView({ page, rank: { rank, isFixed, next, progress, changes } }: { page: Page; rank: Rank }) {
  const t = page.texts.standing;
  return (
    <section class="standing-rank" aria-labelledby="rank-title">
      <h2 id="rank-title">{t.rank} {rank}: {t.ranks[rank]}</h2>
      <p>{t.powers[rank]}</p>
      {isFixed && <p class="field-hint">{t.fixed}</p>}
      {next === null && !isFixed && rank === GIVEN.length - 1 && <p class="field-hint">{t.highest}</p>}
      {next !== null && (
        <>
          <h3>{t.next(next, t.ranks[next]!)}</h3>
          <p class="field-hint">{t.powers[next]}</p>
          <ul class="rank-needs">
            {progress.map(({ need, amount, have }) => (
              <li key={need}>
                <label for={`need-${need}`}>{t.needs[need]}</label>
                <meter id={`need-${need}`} min={0} max={amount} value={Math.max(0, Math.min(have, amount))} />
                <span class="number">{have >= amount ? t.met : `${page.texts.number(have)} / ${page.texts.number(amount)}`}</span>
              </li>
            ))}
          </ul>
          <p class="field-hint">{t.window}</p>
        </>
      )}
      {changes.length > 0 && (
        <details>
          <summary>{t.changes}</summary>
          <ul>{changes.map(({ from, to, byRule, reason, createdAt }) => <li key={createdAt}>{t.change(from, to, byRule)} <span class="meta"><Moment page={page} at={createdAt} /></span>{reason && <q>{reason}</q>}</li>)}</ul>
        </details>
      )}
    </section>
  );
}

/** For the team: another rank than the rule's, or the rule's again. */
export function RankForm({ page, path, rank, typed, problem }: { page: Page; path: string; rank: Rank; typed: { rank: string; reason: string }; problem: ProblemParts | null }) {
  const t = page.texts.standing;
  return (
    <section class="card" aria-labelledby="set-rank-title">
      <h2 id="set-rank-title">{t.setRank}</h2>
      <form method="post" action={page.href(`${path}/rank`)}>
        <MutationId page={page} />
        <Field name="rank" label={t.setRankLabel} problem={problem}>
          {(control) => <select {...control}>{GIVEN.map((each) => <option key={each} value={each} selected={String(each) === typed.rank}>{each}: {t.ranks[each]}</option>)}</select>}
        </Field>
        <LineField name="reason" label={t.setRankWhy} hint={t.setRankWhyHint} value={typed.reason} problem={problem} autocomplete="off" />
        <button type="submit" class="button">{t.setRankSend}</button>
      </form>
      {rank.isFixed && (
        <form method="post" action={page.href(`${path}/rank/free`)} class="act-form">
          <MutationId page={page} />
          <button type="submit" class="act">{t.freeRank}</button>
        </form>
      )}
    </section>
  );
}
