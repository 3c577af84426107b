import { measure } from './rings.measured.fixture.js';

const SEEDS = [201, 202, 203]; // others than those the thresholds were set by (11 to 13, 21 to 40)

it('finds a ring of five that does not hide: nine of ten named belong to it, eight of ten of it are named', () => {
  const { precision, recall } = measure({ kind: 'mutual', size: 5, camouflage: 0 }, SEEDS);
  expect(precision).toBeGreaterThanOrEqual(0.9);
  expect(recall).toBeGreaterThanOrEqual(0.8);
});

it('still does where half of its votes are for show', () => {
  const { precision, recall } = measure({ kind: 'mutual', size: 5, camouflage: 0.5 }, SEEDS);
  expect(precision).toBeGreaterThanOrEqual(0.9);
  expect(recall).toBeGreaterThanOrEqual(0.8);
});

it('finds nobody, or next to nobody, among friends who like what is good', () => {
  const { found } = measure({ kind: 'mutual', size: 1, camouflage: 0 }, SEEDS, 0);
  expect(found).toBeLessThanOrEqual(SEEDS.length);
});
