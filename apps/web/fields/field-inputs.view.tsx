import { type FragmentOf, graphql } from '../graphql/document.js';
import type { ProblemParts } from '../graphql/problem.fragment.js';
import type { Page } from '../page/visit.js';
import { Field, LineField } from '../parts/field.view.js';

export const fieldParts = graphql(`
  fragment FieldParts on CategoryField { id key labelDe labelEn choices required }
`);

export type FieldData = FragmentOf<typeof fieldParts>;

export function fieldLabel(page: Page, { labelDe, labelEn }: { labelDe: string; labelEn: string }): string {
  return page.language === 'de' ? labelDe : labelEn;
}

interface Props {
  page: Page;
  fields: readonly FieldData[];
  typed: Record<string, string>;
  problem: ProblemParts | null;
}

/** What the category asks of whoever opens a thread in it. */
export function FieldInputs({ page, fields, typed, problem }: Props) {
  return <>{fields.map((field) => <FieldInput key={field.id} page={page} field={field} value={typed[field.key] ?? ''} problem={problem} />)}</>;
}

function FieldInput({ page, field, value, problem }: { page: Page; field: FieldData; value: string; problem: ProblemParts | null }) {
  const common = { name: `fields.${field.key}`, label: fieldLabel(page, field), problem, ...(field.required ? {} : { optional: page.texts.ask.optional }) };
  if (!field.choices) return <LineField {...common} value={value} autocomplete="off" />;
  return (
    <Field {...common}>
      {(control) => (
        <select {...control}>
          <option value="">{page.texts.ask.categoryChoose}</option>
          {field.choices!.map((choice) => <option key={choice} value={choice} selected={choice === value}>{choice}</option>)}
        </select>
      )}
    </Field>
  );
}
