import type { PrivatePiece } from './piece.js';

export const PATTERN_LENGTH = { min: 5, max: 40 };
const KNOWN_MOST_LEAST = 5; // digits and signs that stand fast: what says less fits everything
const DIGITS_LEAST = 3; // a word is no number

const SEPARATOR = /[ \u00A0/.–-]+/g;

/**
 * The pattern of a company's own numbers as admins write it: `KD-########`, where # is a digit, ? a letter, and everything else itself; spaces and
 * dashes may be left out in the text. No regular expression, which one slip of the pen makes slow enough to stop the site. Null: it says too little.
 */
export function patternOf(notation: string): RegExp | null {
  const clean = notation.trim().replace(SEPARATOR, '-').replace(/^-|-$/g, '');
  const signs = [...clean];
  const digits = signs.filter((sign) => sign === '#').length;
  const fast = signs.filter((sign) => /[\p{L}\p{N}]/u.test(sign)).length;
  if (digits < DIGITS_LEAST || digits + fast < KNOWN_MOST_LEAST || signs.length > PATTERN_LENGTH.max) return null;
  const source = signs.map((sign) => (sign === '#' ? String.raw`\d` : sign === '?' ? String.raw`\p{L}` : sign === '-' ? String.raw`[ \u00A0/.–-]?` : literal(sign)));
  return new RegExp(String.raw`(?<![\p{L}\p{N}])${source.join('')}(?![\p{L}\p{N}])`, 'giu');
}

function literal(sign: string): string {
  return `\\u{${sign.codePointAt(0)!.toString(16)}}`;
}

/** Whether that text is one of the pattern's, and nothing else. */
export function fits(pattern: RegExp, text: string): boolean {
  const [found] = text.matchAll(pattern);
  return found !== undefined && found[0] === text.trim();
}

export function companyNumbersIn(text: string, patterns: readonly RegExp[]): PrivatePiece[] {
  return patterns.flatMap((pattern, at) =>
    [...text.matchAll(pattern)].map(({ index, 0: piece }): PrivatePiece => ({ kind: 'company', start: index, text: piece, value: piece.replace(/[^\p{L}\p{N}]/gu, '').toUpperCase(), pattern: at })),
  );
}
