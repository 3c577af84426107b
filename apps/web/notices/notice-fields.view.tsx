import type { ProblemParts } from '../graphql/problem.fragment.js';
import type { Fields } from '../page/form.fields.js';
import type { Page } from '../page/visit.js';
import { linesOf, treeOf } from '../parts/category-tree.js';
import { Field, LineField } from '../parts/field.view.js';
import { CONCERNS, KINDS, STATES } from './notice.typed.js';

interface Props {
  page: Page;
  typed: Fields;
  problem: ProblemParts | null;
  /** Before the names of the fields. */
  prefix?: string;
}

/** What a notice is; said once, when it begins. */
export function NoticeKindField({ page, typed, problem, prefix = '' }: Props) {
  const t = page.texts.notices;
  return <Choice name={`${prefix}kind`} label={t.kindLabel} chosen={typed[`${prefix}kind`] ?? ''} choices={KINDS.map((kind) => [kind, t.kinds[kind]])} problem={problem} />;
}

export function NoticeStateField({ page, typed, problem, prefix = '', withOver }: Props & { withOver: boolean }) {
  const t = page.texts.notices;
  const states = STATES.filter((state) => withOver || state !== 'over');
  return <Choice name={`${prefix}state`} label={t.stateLabel} chosen={typed[`${prefix}state`] ?? ''} choices={states.map((state) => [state, t.states[state]])} problem={problem} />;
}

/** Whom it concerns: in words, by regions, by topics. */
export function NoticeConcernsFields({ page, typed, problem, prefix = '', categories }: Props & { categories: { id: string; parentId: string | null; name: string }[] }) {
  const t = page.texts.notices;
  const optional = page.texts.ask.optional;
  const lines = linesOf(treeOf(categories));
  return (
    <>
      <LineField name={`${prefix}affected`} label={t.affectedLabel} value={typed[`${prefix}affected`] ?? ''} problem={problem} autocomplete="off" />
      <LineField name={`${prefix}regions`} label={t.regionsLabel} hint={t.regionsHint} optional={optional} value={typed[`${prefix}regions`] ?? ''} problem={problem} autocomplete="off" />
      {lines.length > 1 && (
        <details class="notice-topics" open={Object.keys(typed).some((name) => name.startsWith(CONCERNS))}>
          <summary>{t.topicsLabel} <span class="field-optional">({optional})</span></summary>
          <p class="field-hint">{t.topicsHint}</p>
          {lines.map(({ category, depth }) => (
            <label key={category.id} class="check" data-depth={String(Math.min(depth, 3))}><input type="checkbox" name={CONCERNS + category.id} value="yes" checked={typed[CONCERNS + category.id] !== undefined} /> {category.name}</label>
          ))}
        </details>
      )}
    </>
  );
}

export function NoticeEndField({ page, typed, problem, prefix = '' }: Props) {
  const t = page.texts.notices;
  const name = `${prefix}expectedEndAt`;
  return <LineField name={name} type="datetime-local" label={t.expectedLabel} hint={t.expectedHint} optional={page.texts.ask.optional} value={typed[name] ?? ''} problem={problem} />;
}

function Choice({ name, label, chosen, choices, problem }: { name: string; label: string; chosen: string; choices: [string, string][]; problem: ProblemParts | null }) {
  return (
    <Field name={name} label={label} problem={problem}>
      {(control) => <select {...control}>{choices.map(([value, words]) => <option key={value} value={value} selected={value === chosen}>{words}</option>)}</select>}
    </Field>
  );
}
