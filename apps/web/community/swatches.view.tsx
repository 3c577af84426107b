import { brandTokens, contrast, type Scheme } from '#company';
import { TOKENS } from '../assets/asset.table.js';
import { coloursIn } from '../assets/light-dark.js';
import type { Page } from '../page/visit.js';
import { groundsIn } from './brand.sheet.js';

const GROUNDS = groundsIn(TOKENS);
const INK = coloursIn(TOKENS, 'ink');

interface Props {
  page: Page;
  name: string;
  brand: string;
  accent: string;
}

/** The colours as pages wear them, by day and at night: drawn, since no style may stand in a page. */
export function Swatches({ page, ...worn }: Props) {
  return <div class="swatches">{(['light', 'dark'] as const).map((scheme) => <Swatch key={scheme} page={page} {...worn} scheme={scheme} />)}</div>;
}

function Swatch({ page, name, brand: given, accent, scheme }: Props & { scheme: Scheme }) {
  const t = page.texts.company.brand;
  const { ground, surface } = GROUNDS[scheme];
  const { brand, on, soft } = brandTokens(given, scheme, GROUNDS[scheme]);
  const ratio = new Intl.NumberFormat(page.language, { maximumFractionDigits: 1 }).format(contrast(brand, ground));
  return (
    <figure>
      <svg viewBox="0 0 320 150" role="img" aria-label={t.swatch(name, t[scheme])}>
        <rect width="320" height="150" fill={ground} />
        <rect width="320" height="44" fill={surface} />
        {accent && <rect width="320" height="4" fill={accent} />}
        <path fill={brand} transform="translate(12 10) scale(.8)" d="M6 3h20a3 3 0 0 1 3 3v15a3 3 0 0 1-3 3H14l-7 6v-6H6a3 3 0 0 1-3-3V6a3 3 0 0 1 3-3z" />
        <path fill="none" stroke={on} stroke-width="3" transform="translate(12 10) scale(.8)" d="m10.5 14 4 4 7.5-8.5" />
        <text x="46" y="29" fill={INK[scheme]} font-size="16" font-weight="700">{name.slice(0, 30)}</text>
        <rect x="16" y="62" width="130" height="34" rx="8" fill={brand} />
        <text x="81" y="84" fill={on} font-size="14" text-anchor="middle">{t.button}</text>
        <text x="164" y="84" fill={brand} font-size="14" text-decoration="underline">{t.sample}</text>
        <rect x="16" y="110" width="288" height="26" rx="8" fill={soft} />
        <text x="28" y="128" fill={brand} font-size="14">{t.sample}</text>
      </svg>
      <figcaption><strong>{t[scheme]}</strong> {brand === given ? t.asGiven(given, ratio) : t.shown(given, brand, ratio)}</figcaption>
    </figure>
  );
}
