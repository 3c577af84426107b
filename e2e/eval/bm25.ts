import { isStopWord, stems, words } from '#platform/language';
import type { EvalSet } from './eval.data.js';
import type { Answer } from './eval.figures.js';

const [K, B] = [1.2, 0.75]; // as everybody has them
const TITLE_COUNTS = 2;

/** Okapi's BM25 (Robertson and others, 1994) on two fields, stemmed, without stop words: what a careful person builds in an afternoon. */
export function bm25({ threads, language }: EvalSet): (text: string) => Promise<Answer> {
  const terms = (text: string) => stems(words(text).filter((word) => !isStopWord(word, language)), language);
  const inTitle = scoring(threads.map(({ title }) => terms(title)));
  const inText = scoring(threads.map(({ body, answers, asked }) => [body, ...answers, ...asked].flatMap(terms)));
  return (text) => {
    const asked = [...new Set(terms(text))];
    const [title, rest] = [inTitle(asked), inText(asked)];
    const scored = threads
      .map(({ id }, n) => ({ id, score: TITLE_COUNTS * title[n]! + rest[n]! }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score);
    return Promise.resolve({ ids: scored.slice(0, 10).map(({ id }) => id), sure: scored[0]?.score ?? 0 });
  };
}

/** For terms, the score of each document. */
function scoring(documents: readonly string[][]): (terms: readonly string[]) => number[] {
  const counts = documents.map((document) => document.reduce((map, term) => map.set(term, (map.get(term) ?? 0) + 1), new Map<string, number>()));
  const average = documents.reduce((sum, { length }) => sum + length, 0) / documents.length || 1;
  const rarity = (term: string) => {
    const having = counts.filter((count) => count.has(term)).length;
    return Math.log(1 + (documents.length - having + 0.5) / (having + 0.5));
  };
  return (terms) => {
    const weighed = terms.map((term) => ({ term, weight: rarity(term) * (K + 1) }));
    return documents.map(({ length }, n) =>
      weighed.reduce((sum, { term, weight }) => {
        const count = counts[n]!.get(term) ?? 0;
        return sum + (weight * count) / (count + K * (1 - B + (B * length) / average));
      }, 0),
    );
  };
}
