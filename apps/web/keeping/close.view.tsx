import type { ProblemParts } from '../graphql/problem.fragment.js';
import type { Fields } from '../page/form.fields.js';
import type { Page } from '../page/visit.js';
import { NoteField, ThreadAct, type ThreadActProps } from './thread-act.view.js';
import { wholeWord } from './whole.words.js';

const REASONS = ['settled', 'off_topic'] as const;

/** `anyReason`: askers close what is settled, others for any reason and tell more about it. */
export function CloseView({ thread, anyReason, ...rest }: ThreadActProps & { thread: { kind: Parameters<typeof wholeWord>[1] }; anyReason: boolean }) {
  const { page, typed, problem } = rest;
  const t = page.texts.keeping.close;
  const fault = problem?.__typename === 'InvalidInput' ? problem.fields.find(({ field }) => field === 'reason') : undefined;
  return (
    <ThreadAct page={page} thread={thread} act="close" title={t.title(wholeWord(page, thread.kind))} intro={t.intro} problem={problem}>
      {anyReason && (
        <>
          <fieldset class={fault ? 'reasons field-wrong' : 'reasons'} {...(fault ? { 'aria-describedby': 'reason-fault' } : {})}>
            <legend>{t.reasonLabel}</legend>
            {fault && <p class="field-fault" id="reason-fault">{fault.message}</p>}
            {REASONS.map((reason, at) => <label key={reason} class="check"><input type="radio" name="reason" value={reason} checked={reason === reasonIn(typed)} autofocus={fault !== undefined && at === 0} /> {t.reasons[reason]}</label>)}
          </fieldset>
          <NoteField {...rest} label={t.noteLabel} />
        </>
      )}
    </ThreadAct>
  );
}

/** None is chosen beforehand: whoever closes for another reason would say by accident that it is settled. */
export function reasonIn(typed: Fields): (typeof REASONS)[number] | null {
  return REASONS.find((reason) => reason === typed['reason']) ?? null;
}

export function reasonMissing({ texts }: Page): ProblemParts {
  const message = texts.keeping.close.reasonMissing;
  return { __typename: 'InvalidInput', code: 'InvalidInput', message, fields: [{ field: 'reason', message }] };
}
