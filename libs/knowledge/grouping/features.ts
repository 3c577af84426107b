import { isStopWord, type Language, stemsOf, words } from '#platform/language';

/** A text as weighted features, of length 1: `at` into a vocabulary. */
export interface Features {
  at: number[];
  weight: number[];
  /** Which part of the whole text these are, 0 to 1: the rest nobody else says. */
  part: number;
}

const SMALL_WORD = 0.3; // what "why", "not", "still" count: they tell questions apart, but never alone
const SMALL = 's ';
export const LONGEST = 300; // characters: what is asked stands in the first line
const PAIR_WITHIN = 4; // content words: two that stand so near each other say together what it is about ("card", "arrive")

/** What texts are compared by: stems, and pairs of stems that stand near each other; rare ones count more (TF-IDF). What only one text has says nothing about another. */
export function featuresOf(texts: readonly { text: string; language: Language }[], smallWord = SMALL_WORD): { rows: Features[]; size: number } {
  const counted = texts.map(({ text, language }) => countsOf(text, language, smallWord));
  const having = new Map<string, number>();
  for (const counts of counted) for (const name of counts.keys()) having.set(name, (having.get(name) ?? 0) + 1);
  const vocabulary = new Map<string, number>();
  for (const [name, count] of having) if (count > 1) vocabulary.set(name, vocabulary.size);
  const weighed = (name: string, count: number) => count * Math.log((texts.length + 1) / (having.get(name)! + 0.5));
  const rows = counted.map((counts) => {
    const row: Features = { at: [], weight: [], part: 0 };
    const shared = [...counts].filter(([name]) => vocabulary.has(name));
    if (!shared.some(([name]) => !name.startsWith(SMALL))) return row; // two that share nothing but "how" and "my" ask nothing alike
    for (const [name, count] of shared) {
      const at = vocabulary.get(name)!;
      row.at.push(at);
      row.weight.push(weighed(name, count));
    }
    const length = Math.hypot(...row.weight) || 1;
    row.weight = row.weight.map((weight) => weight / length);
    row.part = length / Math.hypot(...[...counts].map(([name, count]) => weighed(name, count)));
    return row;
  });
  return { rows, size: vocabulary.size };
}

/** How alike two texts are in all that they say: the cosine. */
export function likenessOf(one: Features, other: Features): number {
  const weights = new Map(one.at.map((at, place) => [at, one.weight[place]!]));
  return one.part * other.part * other.at.reduce((sum, at, place) => sum + other.weight[place]! * (weights.get(at) ?? 0), 0);
}

function countsOf(text: string, language: Language, smallWord: number): Map<string, number> {
  const counts = new Map<string, number>();
  const add = (name: string, weight: number) => counts.set(name, (counts.get(name) ?? 0) + weight);
  const telling: string[] = [];
  for (const word of words(text.slice(0, LONGEST))) {
    if (isStopWord(word, language)) add(SMALL + word, smallWord);
    else for (const stem of stemsOf(word, language)) {
      add(`w ${stem}`, 1);
      if (!telling.includes(stem)) telling.push(stem);
    }
  }
  for (const [place, one] of telling.entries()) for (const other of telling.slice(place + 1, place + PAIR_WITHIN)) add(`p ${one < other ? `${one} ${other}` : `${other} ${one}`}`, 1);
  return counts;
}
