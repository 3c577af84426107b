import { brandTokens, type Grounds, type Scheme } from '#company';
import { coloursIn, withoutLightDark } from '../assets/light-dark.js';

export interface Colours {
  brand: string | null;
  accent: string | null;
}

/** What the company's colours have to be read on, as tokens.css has it. */
export function groundsIn(tokens: string): Record<Scheme, Grounds> {
  const [ground, surface, sunken] = [coloursIn(tokens, 'ground'), coloursIn(tokens, 'surface'), coloursIn(tokens, 'sunken')];
  const of = (scheme: Scheme): Grounds => ({ ground: ground[scheme], surface: surface[scheme], sunken: sunken[scheme] });
  return { light: of('light'), dark: of('dark') };
}

/** The end of the stylesheet: our tokens again, in the company's colours. Empty where it has given none. */
export function brandSheet({ brand, accent }: Colours, grounds: Record<Scheme, Grounds>): string {
  return (brand ? tokensOf(brand, grounds) : '') + (accent ? `.site-header { border-top: 0.25rem solid ${accent}; }\n` : '');
}

function tokensOf(brand: string, grounds: Record<Scheme, Grounds>): string {
  const [day, night] = [brandTokens(brand, 'light', grounds.light), brandTokens(brand, 'dark', grounds.dark)];
  return withoutLightDark(`:root {
  --brand: light-dark(${day.brand}, ${night.brand});
  --brand-strong: light-dark(${day.strong}, ${night.strong});
  --brand-soft: light-dark(${day.soft}, ${night.soft});
  --on-brand: light-dark(${day.on}, ${night.on});
}
`);
}
