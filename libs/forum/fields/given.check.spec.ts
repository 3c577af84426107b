import type { CategoryField } from './field.type.js';
import { readGiven } from './given.check.js';

const field = (key: string, more: Partial<CategoryField> = {}): CategoryField => ({ id: `fld_${key}`, key, labelDe: key, labelEn: key, choices: null, required: false, position: 0, version: 1, categoryId: 'cat_1', ...more });
const FIELDS = [field('device', { required: true }), field('region', { choices: ['North', 'South'] })];
const read = (...given: [string, string][]) => {
  const { values, faults } = readGiven(FIELDS, given.map(([key, value]) => ({ key, value })));
  return { values: Object.fromEntries(values), faults: faults.map(({ field: name, code }) => `${name} ${code}`) };
};

it('keeps what fits, in one line, and leaves out what is empty', () => {
  expect(read(['device', '  Box \n 7590 '], ['region', ''])).toEqual({ values: { fld_device: 'Box 7590' }, faults: [] });
  expect(read(['device', 'Box'], ['region', 'South'])).toEqual({ values: { fld_device: 'Box', fld_region: 'South' }, faults: [] });
});

it('tells all that does not, by the field', () => {
  expect(read(['device', '\u200B'], ['region', 'West'], ['colour', 'red']).faults).toEqual(['fields.device required', 'fields.region unknown', 'fields.colour unknown']);
  expect(read(['device', 'x'.repeat(121)]).faults).toEqual(['fields.device too-long']);
  expect(read(['device', 'a\0b']).faults).toEqual(['fields.device malformed']);
  expect(read().faults).toEqual(['fields.device required']);
});
