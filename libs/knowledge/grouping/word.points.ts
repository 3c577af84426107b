import { isStopWord, type Language, stemsOf, words } from '#platform/language';
import { LONGEST } from './features.js';
import { dot, latentPoints, unit } from './latent.js';
import { saidTogether } from './said.together.js';

const DIMENSIONS = 100; // of a word: with 60 or 200 the figures are hardly others
const OFTEN = 0.01; // part of all that is said: a word said so often counts half of a rare one
const ROUNDS = 20; // until the direction that all texts share stands still

/**
 * Texts as the mean of their words, and words by those that stand beside them in all texts (Levy, Goldberg, Dagan 2015): who say other words of the
 * same things come to lie together. Frequent words count less, and what all texts share is taken out (Arora, Liang, Ma 2017). Points have length 1.
 */
export async function wordPoints(texts: readonly { text: string; language: Language }[], rest: () => Promise<void>): Promise<Float32Array[]> {
  const { said, times } = vocabularyOf(texts);
  const vectors = await latentPoints({ rows: saidTogether(said, times.length), size: times.length }, DIMENSIONS, rest);
  const all = times.reduce((sum, count) => sum + count, 0);
  const points = said.map((text) => {
    const point = new Float32Array(vectors[0]?.length ?? 0);
    for (const word of new Set(text)) if (word >= 0) add(point, vectors[word]!, OFTEN / (OFTEN + times[word]! / all));
    return unit(point);
  });
  return withoutShared(points);
}

/** The texts by the places of their words, -1 for what is said but once, and how often each word is said. Small words stay as they are: what stands beside "why" is no matter of stems. */
function vocabularyOf(texts: readonly { text: string; language: Language }[]): { said: number[][]; times: number[] } {
  const named = texts.map(({ text, language }) => words(text.slice(0, LONGEST)).map((word) => (isStopWord(word, language) ? word : stemsOf(word, language)[0] ?? word)));
  const counts = new Map<string, number>();
  for (const name of named.flat()) counts.set(name, (counts.get(name) ?? 0) + 1);
  const often = [...counts].filter(([, count]) => count > 1);
  const places = new Map(often.map(([name], place) => [name, place]));
  return { said: named.map((names) => names.map((name) => places.get(name) ?? -1)), times: often.map(([, count]) => count) };
}

/** The points without the direction in which most of them lie (the first singular vector, by power iteration). */
function withoutShared(points: readonly Float32Array[]): Float32Array[] {
  if (points.length === 0) return [];
  let shared = unit(new Float32Array(points[0]!.length).fill(1));
  for (let round = 0; round < ROUNDS; round += 1) {
    const sum = new Float32Array(shared.length);
    for (const point of points) add(sum, point, dot(point, shared));
    shared = unit(sum);
  }
  return points.map((point) => {
    const own = point.slice();
    add(own, shared, -dot(point, shared));
    return unit(own);
  });
}

function add(sum: Float32Array, point: Float32Array, weight: number): void {
  for (let at = 0; at < sum.length; at += 1) sum[at]! += weight * point[at]!;
}
