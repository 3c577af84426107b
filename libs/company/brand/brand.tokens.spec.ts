import { constantFrom, property, assert, stringMatching } from 'fast-check';
import { brandTokens, type Grounds, type Scheme } from './brand.tokens.js';
import { contrast, hexOf, oklchOf } from './oklch.js';

// as in apps/web/assets/tokens.css; the page reads them from there
const GROUNDS: Record<Scheme, Grounds> = {
  light: { ground: '#fbfaf6', surface: '#ffffff', sunken: '#f2f0e9' },
  dark: { ground: '#14191b', surface: '#1b2224', sunken: '#222a2c' },
};
const INK = { light: '#1d2523', dark: '#e7ebe8' };
const colour = stringMatching(/^#[0-9a-f]{6}$/);

describe('contrast', () => {
  it('is that of the W3C', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  });
});

describe('a colour', () => {
  it('comes back from OKLCH as it went', () => {
    assert(property(colour, (hex) => hexOf(oklchOf(hex)) === hex));
  });
});

describe("the brand's colours", () => {
  it('can be read in both themes, whatever the company gives', () => {
    assert(property(colour, constantFrom<Scheme>('light', 'dark'), (given, scheme) => {
      const { brand, strong, soft, on } = brandTokens(given, scheme, GROUNDS[scheme]);
      for (const text of [brand, strong]) {
        for (const under of [...Object.values(GROUNDS[scheme]), soft]) expect(contrast(text, under)).toBeGreaterThanOrEqual(4.5);
        expect(contrast(on, text)).toBeGreaterThanOrEqual(4.5);
      }
      expect(contrast(INK[scheme], soft)).toBeGreaterThanOrEqual(7);
    }), { numRuns: 1_000 });
  });

  it.each(['#000000', '#ffffff', '#ffff00', '#0000ff', '#ff00ff', '#767676'])('can be read for %s', (given) => {
    for (const scheme of ['light', 'dark'] as const) {
      const { brand, on } = brandTokens(given, scheme, GROUNDS[scheme]);
      expect(contrast(brand, GROUNDS[scheme].ground)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(on, brand)).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('are what was given, where that can be read already', () => {
    expect(brandTokens('#0d5c63', 'light', GROUNDS.light).brand).toBe('#0d5c63');
    expect(brandTokens('#6fc3c9', 'dark', GROUNDS.dark).brand).toBe('#6fc3c9');
  });
});
