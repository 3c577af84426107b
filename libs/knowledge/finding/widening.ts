import { fold } from '#platform/language';
import type { Question, Term } from './question.js';
import type { Alike, Vocabulary } from './vocabulary.js';

const MOST_ADDED = 32; // stems in all: a long post says what it means in many words by itself

/** The question with what else may stand for each of its terms in this community. */
export function widened(question: Question, vocabulary: Vocabulary): Question {
  let left = MOST_ADDED;
  const begun = lastWord(question.text);
  const terms = question.terms.map((term, place): Term => {
    const known = term.stems.some((stem) => vocabulary.has(stem));
    const all = term.stems.flatMap((stem) => vocabulary.alike(stem));
    const mayGoOn = place === question.terms.length - 1 && term.word === begun && (!known || question.mode === 'typing');
    const alike = best(mayGoOn ? [...vocabulary.completing(begun), ...all.filter(({ stem }) => !stem.startsWith(begun))] : all, term.stems).slice(0, left);
    left -= alike.length;
    return { ...term, known, alike };
  });
  const spread = new Map(terms.flatMap(soughtStems).map((stem) => [stem, vocabulary.threadsWith(stem)]));
  return { ...question, terms, spread };
}

/** The stems that threads are looked for by: where nobody ever said the word itself, what it may have meant. */
export function soughtStems({ stems, alike, known }: Term): string[] {
  return known ? stems : [...stems, ...alike.map(({ stem }) => stem)];
}

/** Each stem once, with the most it is worth. */
function best(all: readonly Alike[], own: readonly string[]): Alike[] {
  const worths = new Map<string, number>();
  for (const { stem, worth } of all) if (!own.includes(stem)) worths.set(stem, Math.max(worth, worths.get(stem) ?? 0));
  return [...worths].map(([stem, worth]) => ({ stem, worth }));
}

/** The word at the end, which may go on; none behind a blank or a full stop. */
export function lastWord(text: string): string | undefined {
  return /[\p{L}\p{N}]{2,}$/u.exec(fold(text))?.[0];
}
