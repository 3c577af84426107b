import type { ThreadField } from '../fields/field.type.js';
import type { FieldChange } from './edit.type.js';

/** In which fields something else is said. Null: not known, and so not changed. */
export function fieldDiff(before: readonly ThreadField[] | null, after: readonly ThreadField[] | null): FieldChange[] {
  if (before === null || after === null) return [];
  const keys = new Set([...before, ...after].map(({ key }) => key));
  return [...keys].flatMap((key) => {
    const [was, is] = [before, after].map((fields) => fields.find((field) => field.key === key));
    const { labelDe, labelEn } = (is ?? was)!;
    return was?.value === is?.value ? [] : [{ key, labelDe, labelEn, before: was?.value ?? null, after: is?.value ?? null }];
  });
}
