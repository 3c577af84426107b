import type { Fields } from '../page/form.fields.js';
import { NoteField, ThreadAct, type ThreadActProps } from './thread-act.view.js';

const REASONS = ['settled', 'off_topic'] as const;

/** `anyReason`: askers close what is settled, others for any reason and tell more about it. */
export function CloseView({ thread, anyReason, ...rest }: ThreadActProps & { anyReason: boolean }) {
  const { page, typed, problem } = rest;
  const t = page.texts.keeping.close;
  return (
    <ThreadAct page={page} thread={thread} act="close" intro={t.intro} problem={problem}>
      {anyReason && (
        <>
          <fieldset class="reasons">
            <legend>{t.reasonLabel}</legend>
            {REASONS.map((reason) => <label key={reason} class="check"><input type="radio" name="reason" value={reason} checked={reason === reasonIn(typed)} /> {t.reasons[reason]}</label>)}
          </fieldset>
          <NoteField {...rest} label={t.noteLabel} />
        </>
      )}
    </ThreadAct>
  );
}

export function reasonIn(typed: Fields): (typeof REASONS)[number] {
  return REASONS.find((reason) => reason === typed['reason']) ?? 'settled';
}
