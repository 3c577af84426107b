import type { ProblemParts } from '../graphql/problem.fragment.js';
import { Layout } from '../page/layout.view.js';
import type { Page } from '../page/visit.js';
import { TextField } from '../parts/field.view.js';
import { MutationId } from '../parts/mutation-id.view.js';
import { ProblemNotice } from '../parts/problem-notice.view.js';
import { type Decision, DecisionParts } from './decisions.view.js';

/** A word against a decision, which stands above it. */
export function AppealView({ page, decision, typed, problem }: { page: Page; decision: Decision; typed: string; problem: ProblemParts | null }) {
  const t = page.texts.sanctions;
  return (
    <Layout page={page} title={t.appealTitle} hidden>
      <div class="reading">
        <h1>{t.appealTitle}</h1>
        <div class="card"><DecisionParts page={page} decision={decision} /></div>
        {(decision.canAppeal || problem) && (
          <form method="post" action={page.href(`/standing/decisions/${decision.id.replace('dec_', '')}/appeal`)}>
            <p>{t.appealIntro}</p>
            <ProblemNotice problem={problem} />
            <MutationId page={page} />
            <TextField name="body" label={t.appealLabel} value={typed} rows={8} problem={problem} />
            <p class="form-acts">
              <button type="submit" class="button">{t.appealSend}</button>
              <a class="button button-quiet" href={page.href('/standing/decisions')}>{t.appealKeep}</a>
            </p>
          </form>
        )}
      </div>
    </Layout>
  );
}
