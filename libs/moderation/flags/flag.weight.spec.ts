import { weightOf } from './flag.weight.js';

const nobody = { role: 'customer', rank: 0, agreed: 0, disagreed: 0 } as const;

it('goes by rank, and by how often those who looked have agreed', () => {
  expect(weightOf(nobody)).toBe(1);
  expect(weightOf({ ...nobody, rank: 3 })).toBe(4);
  expect(weightOf({ ...nobody, role: 'staff' })).toBe(6);
  expect(weightOf({ ...nobody, agreed: 4 })).toBe(1); // too few to say
  expect(weightOf({ ...nobody, agreed: 10 })).toBeCloseTo(6);
  expect(weightOf({ ...nobody, agreed: 7, disagreed: 3 })).toBeCloseTo(1);
  expect(weightOf({ ...nobody, rank: 2, agreed: 7, disagreed: 7 })).toBeCloseTo(3 - 5 * (0.2 / 0.7));
  expect(weightOf({ ...nobody, disagreed: 9 })).toBe(0); // whoever cries wolf is heard by nobody
});
