import { CategoryField } from '../ask/ask.view.js';
import { saidIn } from '../ask/ask.typed.js';
import { FieldInputs, fieldLabel } from '../fields/field-inputs.view.js';
import type { ResultOf } from '../graphql/document.js';
import { Notice } from '../parts/notice.view.js';
import { confirmationIn } from '../private-data/private-data.warning.js';
import { SendingNotice } from '../private-data/sending-notice.view.js';
import type { keepThreadOperation } from './keeping.operation.js';
import { fieldsThere, isAsker } from './move.fields.js';
import { NoteField, ThreadAct, type ThreadActProps } from './thread-act.view.js';

type Result = ResultOf<typeof keepThreadOperation>;

interface Props extends ThreadActProps {
  thread: NonNullable<Result['thread']>;
  categories: Result['categories'];
  /** Whether dots were put in the place of what looked private. */
  masked: boolean;
}

/** Once a topic is chosen: what it asks for beside what is said already, and what of that has no place there. */
export function MoveView({ thread, categories, masked, ...rest }: Props) {
  const { page, typed, problem } = rest;
  const t = page.texts.keeping.move;
  const chosen = typed['categoryId'] ?? thread.category.id;
  const { open, lost } = fieldsThere(page, thread, categories, chosen);
  return (
    <ThreadAct page={page} thread={thread} act="move" title={t.title} problem={problem} notice={<SendingNotice page={page} problem={problem} masked={masked} confirmed={confirmationIn(typed)} />}>
      {lost.length > 0 && (
        <Notice kind="problem">
          <p>{t.lost}</p>
          <ul>{lost.map((field) => <li key={field.key}>{fieldLabel(page, field)}: <bdi>{field.value}</bdi></li>)}</ul>
        </Notice>
      )}
      {open.length > 0 && lost.length === 0 && <Notice kind="hint"><p>{page.texts.fields.asked}</p></Notice>}
      <CategoryField page={page} offer={{ categories, tags: [] }} chosen={chosen} problem={problem} />
      <FieldInputs page={page} fields={open} typed={saidIn(typed)} problem={problem} />
      <input type="hidden" name="fieldsOf" value={chosen} />
      {!isAsker(page, thread) && <NoteField {...rest} label={page.texts.merging.note} />}
    </ThreadAct>
  );
}
