import { nameKey } from '#accounts';

const SIGNS_MOST = 50; // @s looked at in one post
const LONGEST_NAME = 80;
const END = /(?<=\S)(?![\p{L}\p{N}\p{M}])/gu; // a name ends where no letter or digit follows

/** All that the text behind an `@` may name, the longest first: names hold spaces, so that only the members decide where one ends. */
export function namesAt(text: string): string[] {
  const line = [...(/^[^\n]{0,160}/u.exec(text)?.[0] ?? '')].slice(0, LONGEST_NAME).join('');
  if (/^\s/.test(line)) return [];
  return Array.from(line.matchAll(END), ({ index }) => line.slice(0, index)).reverse();
}

/** The keys of all names that a post may mention, to be asked for at once. */
export function nameKeysIn(source: string): string[] {
  const keys = new Set<string>();
  let at = -1;
  for (let signs = 0; signs < SIGNS_MOST && (at = source.indexOf('@', at + 1)) !== -1; signs += 1) {
    for (const name of namesAt(source.slice(at + 1, at + 1 + 2 * LONGEST_NAME).toWellFormed())) keys.add(nameKey(name));
  }
  keys.delete('');
  return [...keys];
}
