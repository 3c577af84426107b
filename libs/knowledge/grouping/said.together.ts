import type { Features } from './features.js';

const WITHIN = 8; // words apart: most of a short question, and the nearer the more
const RARE_LIFTED = 0.75; // power of how often the word beside is said: information takes rare ones too seriously

/** What each word says about those beside it: how much more often they stand there than by chance (positive pointwise mutual information). `said`: texts as places in a vocabulary, -1 for none of it. */
export function saidTogether(said: readonly (readonly number[])[], size: number): Features[] {
  const beside = Array.from({ length: size }, () => new Map<number, number>());
  for (const text of said) for (const [place, word] of text.entries()) {
    for (let other = Math.max(0, place - WITHIN); other < place; other += 1) {
      if (word < 0 || text[other]! < 0) continue;
      count(beside[word]!, text[other]!, 1 / (place - other));
      count(beside[text[other]!]!, word, 1 / (place - other));
    }
  }
  const sums = beside.map((others) => [...others.values()].reduce((sum, value) => sum + value, 0));
  const lifted = sums.map((sum) => sum ** RARE_LIFTED);
  const all = lifted.reduce((sum, value) => sum + value, 0);
  return beside.map((others, word) => {
    const row: Features = { at: [], weight: [], part: 1 };
    for (const [other, times] of others) {
      const information = Math.log((times / sums[word]!) / (lifted[other]! / all));
      if (information > 0) {
        row.at.push(other);
        row.weight.push(information);
      }
    }
    return row;
  });
}

function count(counts: Map<number, number>, at: number, value: number): void {
  counts.set(at, (counts.get(at) ?? 0) + value);
}
