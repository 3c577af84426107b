import { cleanLine } from '#platform/content';
import type { FieldFault } from '#platform/graphql';
import { type CategoryField, type ThreadFieldInput, VALUE_LENGTH } from './field.type.js';

type Asked = Pick<CategoryField, 'id' | 'key' | 'required' | 'choices'>;

/** What was given for the fields of a category: the values to be kept by the field's id, and what is wrong, named `fields.device`. */
export function readGiven(fields: readonly Asked[], given: readonly ThreadFieldInput[]): { values: Map<string, string>; faults: FieldFault[] } {
  const faults: FieldFault[] = [];
  const values = new Map<string, string>();
  const said = new Map(given.map(({ key, value }) => [key, value]));
  for (const field of fields) {
    const value = cleanLine(said.get(field.key) ?? '');
    const fault = faultOf(field, value);
    if (fault) faults.push({ field: `fields.${field.key}`, ...fault });
    else if (value) values.set(field.id, value);
  }
  for (const key of said.keys()) {
    if (!fields.some((field) => field.key === key)) faults.push({ field: `fields.${key}`, code: 'unknown' });
  }
  return { values, faults };
}

function faultOf({ required, choices }: Asked, value: string | null): Omit<FieldFault, 'field'> | null {
  if (value === null) return { code: 'malformed' };
  if (value === '') return required ? { code: 'required' } : null;
  if (choices) return choices.includes(value) ? null : { code: 'unknown', value: [...value].slice(0, VALUE_LENGTH).join('') };
  return [...value].length > VALUE_LENGTH ? { code: 'too-long', limit: VALUE_LENGTH } : null;
}
