import unhomoglyph from 'unhomoglyph';

const UNSEEN = /[\p{Default_Ignorable_Code_Point}\p{Cf}\u2800]/gu;

/**
 * What a name looks like: UTS #39's skeleton (normalized, nothing unseen, each letter replaced by the one it is confusable with), then
 * without case and with one sign for all that separates words. Two names with one skeleton cannot be told apart by the eye.
 * The table of confusables is Unicode 13.0's (unhomoglyph), later letters are only normalized; scripts and classes are those of the running Node.
 */
export function nameSkeleton(name: string): string {
  const plain = name.normalize('NFKC').replace(UNSEEN, '').normalize('NFD');
  return unhomoglyph(plain).normalize('NFD').toLowerCase().replace(/[\s._\-\u2010-\u2015]+/g, ' ').trim();
}

const LEET: Record<string, string> = { '0': 'o', '1': 'l', '3': 'e', '4': 'a', '5': 's', '7': 't', '8': 'b', $: 's', '@': 'a', '|': 'l', '!': 'l' };

/** What a name is meant to be read as: coarser than its skeleton, for comparing with the few names that nobody may borrow. Words apart. */
export function readAs(name: string): string[] {
  const plain = nameSkeleton(name).replace(/[013457 8$@|!]/g, (sign) => LEET[sign] ?? sign);
  const letters = unhomoglyph(plain).toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '').replace(/[i|]/g, 'l');
  return letters.split(/[^\p{L}]+/u).filter(Boolean);
}

// UAX #31, table 5: scripts in everyday use. Cyrillic and Greek are not mixed with Latin: too many letters look alike
const RECOMMENDED = [
  'Arabic', 'Armenian', 'Bengali', 'Bopomofo', 'Cyrillic', 'Devanagari', 'Ethiopic', 'Georgian', 'Greek', 'Gujarati', 'Gurmukhi', 'Hangul', 'Han', 'Hebrew',
  'Hiragana', 'Kannada', 'Katakana', 'Khmer', 'Lao', 'Latin', 'Malayalam', 'Myanmar', 'Oriya', 'Sinhala', 'Tamil', 'Telugu', 'Thaana', 'Thai', 'Tibetan',
];
const SCRIPTS = RECOMMENDED.map((script) => ({ script, letter: new RegExp(`\\p{Script_Extensions=${script}}`, 'u') }));
const TOGETHER = [
  ['Latin', 'Han', 'Hiragana', 'Katakana'], ['Latin', 'Han', 'Bopomofo'], ['Latin', 'Han', 'Hangul'],
  ...RECOMMENDED.filter((script) => !['Latin', 'Cyrillic', 'Greek'].includes(script)).map((script) => ['Latin', script]),
];

/** UTS #39's "moderately restrictive": one script, or Latin with one other of everyday use but Cyrillic and Greek. */
export function mixesScripts(name: string): boolean {
  const letters = [...name.normalize('NFKC')].filter((sign) => !/\p{Script=Common}|\p{Script=Inherited}/u.test(sign));
  const scripts = letters.map((letter) => SCRIPTS.filter((one) => one.letter.test(letter)).map(({ script }) => script));
  const fits = (allowed: readonly string[]) => scripts.every((some) => some.some((script) => allowed.includes(script)));
  return !RECOMMENDED.some((script) => fits([script])) && !TOGETHER.some(fits);
}
