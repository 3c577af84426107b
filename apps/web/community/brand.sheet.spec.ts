import { contrast } from '#company';
import { TOKENS } from '../assets/asset.table.js';
import { brandSheet, groundsIn } from './brand.sheet.js';

const GROUNDS = groundsIn(TOKENS);

it('reads from tokens.css what text stands on', () => {
  for (const scheme of ['light', 'dark'] as const) {
    expect(Object.keys(GROUNDS[scheme]).toSorted()).toEqual(['ground', 'sunken', 'surface']);
    for (const colour of Object.values(GROUNDS[scheme])) expect(colour).toMatch(/^#[0-9a-f]{6}$/);
  }
  expect(contrast(GROUNDS.light.ground, GROUNDS.dark.ground)).toBeGreaterThan(10);
});

it('tells the brand again for both themes, and nothing where none was given', () => {
  const sheet = brandSheet({ brand: '#0b4f8a', accent: '#f2a900' }, GROUNDS);
  expect(sheet).toMatch(/--brand: light-dark\(#0b4f8a, #[0-9a-f]{6}\)/);
  expect(sheet).toContain('.site-header { border-top: 0.25rem solid #f2a900; }');
  expect(brandSheet({ brand: null, accent: null }, GROUNDS)).toBe('');
});
