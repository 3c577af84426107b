import type { EvalSet } from './eval.data.js';
import { type Answer, decimals, measure, random, type Run } from './eval.figures.js';

const TITLES = 200;
const LONG = 5; // letters of a word that is mistyped
const BEGUN = 12; // characters
const SEED = 20261124;

/** Whoever types a title: with a mistake in each longer word, or no further than its first characters. */
export async function typingLine({ name, threads }: EvalSet, search: (text: string) => Promise<Answer>): Promise<string> {
  const every = Math.ceil(threads.length / TITLES);
  const titles = threads.filter((_, n) => n % every === 0).map(({ id, title }) => ({ title, answeredBy: new Set([id]) }));
  const next = random(SEED);
  const asked = async (text: (title: string) => string) => firstThree(await measure(titles.map(({ title, answeredBy }) => ({ text: text(title), answeredBy })), search));
  const mistyped = await asked((title) => title.replace(new RegExp(`\\p{L}{${LONG},}`, 'gu'), (word) => mistake(word, next)));
  const begun = await asked((title) => title.slice(0, BEGUN));
  return `${name.padEnd(14)} ${String(titles.length).padStart(4)}  ${decimals(mistyped)}      ${decimals(begun)}  ${decimals(possible(threads, titles))}`;
}

export const TYPING_HEADING = '\ntitles typed     n  mistyped  begun possible   (the right one among the first three)';

function firstThree({ ranks }: Run): number {
  return ranks.filter((rank) => rank >= 1 && rank <= 3).length / ranks.length;
}

/** Where more than three titles begin alike, chance decides which of them are among three. */
function possible(threads: EvalSet['threads'], titles: readonly { title: string }[]): number {
  const beginning = (title: string) => title.slice(0, BEGUN).toLowerCase();
  const alike = new Map<string, number>();
  for (const { title } of threads) alike.set(beginning(title), (alike.get(beginning(title)) ?? 0) + 1);
  return titles.reduce((sum, { title }) => sum + Math.min(1, 3 / alike.get(beginning(title))!), 0) / titles.length;
}

/** One of four: two letters change places, one is left out, one comes twice, one is another. */
function mistake(word: string, next: () => number): string {
  const letters = [...word];
  const at = Math.floor(next() * (letters.length - 1));
  const kind = Math.floor(next() * 4);
  if (kind === 0) letters.splice(at, 2, letters[at + 1]!, letters[at]!);
  else if (kind === 1) letters.splice(at, 1);
  else if (kind === 2) letters.splice(at, 0, letters[at]!);
  else letters[at] = 'abcdefghijklmnopqrstuvwxyz'[Math.floor(next() * 26)]!;
  return letters.join('');
}
