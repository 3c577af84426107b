import type { Language } from '#platform/language';
import { featuresOf } from './features.js';

const AT_ONCE = 50; // texts, then others have their turn

/** Of each text those that are most alike in all that they say, the likest first, by their places in the list. Costs grow with how many share a word, not with all pairs. */
export async function likestOf(texts: readonly { text: string; language: Language }[], { most, least }: { most: number; least: number }, rest: () => Promise<void>): Promise<{ place: number; likeness: number }[][]> {
  const { rows, size } = featuresOf(texts);
  const having: { place: number; weight: number }[][] = Array.from({ length: size }, () => []);
  for (const [place, { at, weight, part }] of rows.entries()) for (const [n, feature] of at.entries()) having[feature]!.push({ place, weight: weight[n]! * part });
  const likest: { place: number; likeness: number }[][] = [];
  for (const [place, { at, weight, part }] of rows.entries()) {
    if (place % AT_ONCE === 0) await rest();
    const likeness = new Map<number, number>();
    for (const [n, feature] of at.entries()) for (const other of having[feature]!) likeness.set(other.place, (likeness.get(other.place) ?? 0) + weight[n]! * part * other.weight);
    likeness.delete(place);
    likest.push([...likeness].map(([other, value]) => ({ place: other, likeness: value })).filter((other) => other.likeness >= least).sort((a, b) => b.likeness - a.likeness || a.place - b.place).slice(0, most));
  }
  return likest;
}
