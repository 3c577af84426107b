import { brandTokens, type Grounds, type Scheme } from '#company';
import { withoutLightDark } from '../assets/light-dark.js';

const PAIR = /--(ground|surface|sunken): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g;

export interface Colours {
  brand: string | null;
  accent: string | null;
}

/** What the company's colours have to be read on, as tokens.css has it. */
export function groundsIn(tokens: string): Record<Scheme, Grounds> {
  const pairs = [...tokens.matchAll(PAIR)];
  const of = (place: number) => Object.fromEntries(pairs.map((pair) => [pair[1]!, pair[place]!])) as unknown as Grounds;
  return { light: of(2), dark: of(3) };
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
