import { type Doings, rankByRule } from './rank.rules.js';

const NONE: Doings = { daysRead: 0, threadsRead: 0, postsRead: 0, minutesRead: 0, answered: 0, accepted: 0, points: 0 };
const ONE = { ...NONE, threadsRead: 5, minutesRead: 10 };
const TWO = { ...ONE, daysRead: 15, threadsRead: 20, postsRead: 100 };
const THREE = { ...TWO, daysRead: 50, answered: 10, accepted: 3, points: 100 };
const ruled = (rank: number, doings: Doings, since: number | null = null) => rankByRule({ rank, doings, since });

it('raises as far as every need on the way is met', () => {
  expect([NONE, ONE, TWO, THREE].map((doings) => ruled(0, doings))).toEqual([0, 1, 2, 3]);
  expect(ruled(0, { ...THREE, minutesRead: 9 })).toBe(0);
  for (const need of ['daysRead', 'answered', 'accepted', 'points'] as const) expect(ruled(2, { ...THREE, [need]: THREE[need] - 1 })).toBe(2);
});

it('lets a rank be for a fortnight, and as long as nine tenths of its needs are met', () => {
  expect([ruled(3, TWO, 13), ruled(3, TWO, 14), ruled(3, TWO)]).toEqual([3, 2, 2]);
  expect([ruled(3, { ...THREE, daysRead: 45, answered: 9, points: 90 }, 60), ruled(3, { ...THREE, daysRead: 44 }, 60)]).toEqual([3, 2]);
  expect(ruled(3, NONE, 60)).toBe(1); // who was at home here stays so
  expect([ruled(1, NONE, 60), ruled(2, { ...TWO, postsRead: 89 }, 60)]).toEqual([1, 1]);
});
