const REFERENCE = /^ {0,3}\[[^\]\n]+\]:[ \t]*(\S+)/gm;
const TABLE_RULE = /^[ \t|:-]+$/; // generous: what is none costs nothing but a look

const MOST_REFERRED = 200_000; // characters of addresses that references may write into a page
const MOST_CELLS = 10_000; // a table of 100 columns and 100 rows

/**
 * Whether few signs would become very many: one long address that thousands of references repeat, a rule of many columns above
 * thousands of short rows. Judged from the source, since making the page is what takes the time.
 */
export function isBomb(source: string): boolean {
  const address = longest(source.matchAll(REFERENCE), (match) => match[1]!.length);
  if (address > 0 && address * count(source, '[') > MOST_REFERRED) return true;
  const rows = source.split('\n').filter((line) => line.includes('|'));
  const columns = Math.max(0, ...rows.filter((line) => TABLE_RULE.test(line) && line.includes('-')).map((line) => count(line, '|') + 1));
  return columns * rows.length > MOST_CELLS;
}

function longest(matches: Iterable<RegExpMatchArray>, lengthOf: (match: RegExpMatchArray) => number): number {
  let most = 0;
  for (const match of matches) most = Math.max(most, lengthOf(match));
  return most;
}

function count(text: string, sign: string): number {
  let found = 0;
  for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) found += 1;
  return found;
}
