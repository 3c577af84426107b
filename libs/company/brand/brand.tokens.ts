import { contrast, hexOf, type Oklch, oklchOf } from './oklch.js';

const READABLE = 4.5; // https://www.w3.org/TR/WCAG22/#contrast-minimum
const STEP = 0.005; // of lightness: smaller than anybody sees
const STRONGER = 0.09;

/** What text and buttons of the brand's colour stand on. */
export interface Grounds {
  ground: string;
  surface: string;
  sunken: string;
}

export interface BrandTokens {
  brand: string;
  strong: string;
  soft: string;
  on: string;
}

export type Scheme = 'light' | 'dark';

// a breath of the brand, on which ink is read as well as on the ground
const SOFT = { light: { l: 0.945, c: 0.03 }, dark: { l: 0.305, c: 0.04 } } as const;
const ON = { light: 1, dark: 0.26 } as const;

/** The company's colour as near to what it gave as it can be read: darkened where the page is light, lightened where it is dark; its hue stays. */
export function brandTokens(given: string, scheme: Scheme, grounds: Grounds): BrandTokens {
  const colour = oklchOf(given);
  const soft = hexOf({ ...colour, l: SOFT[scheme].l, c: Math.min(colour.c, SOFT[scheme].c) });
  const away = scheme === 'light' ? -1 : 1;
  const under = [grounds.ground, grounds.surface, grounds.sunken, soft];
  const brand = readable(colour, away, under);
  const strong = readable({ ...brand, l: within(brand.l + away * STRONGER) }, away, under);
  const on = readable({ ...colour, l: ON[scheme], c: scheme === 'light' ? 0 : Math.min(colour.c, 0.05) }, -away, [hexOf(brand), hexOf(strong)]);
  return { brand: hexOf(brand), strong: hexOf(strong), soft, on: hexOf(on) };
}

/** The nearest lightness, away from what it stands on, at which it can be read there. */
function readable(colour: Oklch, away: number, under: readonly string[]): Oklch {
  for (let l = colour.l; ; l = within(l + away * STEP)) {
    const hex = hexOf({ ...colour, l });
    if (l === within(l + away * STEP) || under.every((each) => contrast(hex, each) >= READABLE)) return { ...colour, l };
  }
}

function within(l: number): number {
  return Math.min(1, Math.max(0, l));
}
