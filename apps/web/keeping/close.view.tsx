import type { ResultOf } from '../graphql/document.js';
import type { ProblemParts } from '../graphql/problem.fragment.js';
import type { Fields } from '../page/form.fields.js';
import { Layout } from '../page/layout.view.js';
import type { Page } from '../page/visit.js';
import { LineField } from '../parts/field.view.js';
import { MutationId } from '../parts/mutation-id.view.js';
import { ProblemNotice } from '../parts/problem-notice.view.js';
import type { keepThreadOperation } from './keeping.operation.js';

const REASONS = ['settled', 'off_topic'] as const;

interface Props {
  page: Page;
  thread: NonNullable<ResultOf<typeof keepThreadOperation>['thread']>;
  /** Askers close what is settled, others for any reason and tell more about it. */
  anyReason: boolean;
  typed: Fields;
  problem: ProblemParts | null;
}

export function CloseView({ page, thread, anyReason, typed, problem }: Props) {
  const t = page.texts.keeping.close;
  return (
    <Layout page={page} title={t.title} hidden>
      <div class="reading">
        <h1>{t.title}</h1>
        <p class="to-post"><a href={page.href(thread.path)} lang={thread.language}>{thread.title}</a></p>
        <p>{t.intro}</p>
        <form method="post" action={page.href(`/t/${thread.id.replace('thr_', '')}/close`)}>
          <ProblemNotice problem={problem} />
          <MutationId page={page} />
          {anyReason && (
            <fieldset class="reasons">
              <legend>{t.reasonLabel}</legend>
              {REASONS.map((reason) => <label key={reason} class="check"><input type="radio" name="reason" value={reason} checked={reason === reasonIn(typed)} /> {t.reasons[reason]}</label>)}
            </fieldset>
          )}
          {anyReason && <LineField name="note" label={t.noteLabel} hint={page.texts.merging.noteHint} optional={page.texts.ask.optional} value={typed['note'] ?? ''} problem={problem} autocomplete="off" />}
          <p class="form-acts">
            <button type="submit" class="button">{t.send}</button>
            <a class="button button-quiet" href={page.href(thread.path)}>{t.keep}</a>
          </p>
        </form>
      </div>
    </Layout>
  );
}

export function reasonIn(typed: Fields): (typeof REASONS)[number] {
  return REASONS.find((reason) => reason === typed['reason']) ?? 'settled';
}
