import { detectLanguage, isStopWord, type Language, stemsOf, words } from '#platform/language';
import type { Alike } from './vocabulary.js';
import { withoutPoliteness } from './politeness.js';

/** One thing that is asked about, with the stems that stand for it: one in a known language, up to two where it is not known. */
export interface Term {
  word: string;
  stems: string[];
  /** Whether any thread has it, as far as is known. */
  known: boolean;
  /** What else may stand for it, from the community's vocabulary. */
  alike: readonly Alike[];
}

/** What somebody typed, understood. */
export interface Question {
  /** typing: a few words, the last one perhaps unfinished. asking: a sentence or a whole post. */
  mode: 'typing' | 'asking';
  language: Language | null;
  terms: Term[];
  /** Of which terms the first line is, by place: a title says in short what the rest tells at length. */
  lead: number[];
  /** About how many threads have each stem that is looked for; 0 where the vocabulary does not know it. */
  spread: ReadonlyMap<string, number>;
  /** The words as typed, bounded: for the engine that forgives typing mistakes. */
  text: string;
}

export const LONGEST_TEXT = 2_000; // characters: the subject of a longer post stands in these
const MOST_TERMS = 32; // of a long post: those that come first; beyond them only time is lost
const TYPED_WORDS = 4; // who writes more is asking

/** Turns a text into what the search can look for. */
export function understand(given: string): Question {
  const text = given.slice(0, LONGEST_TEXT).toWellFormed().replace(/\s+/g, ' ').trimStart();
  const language = detectLanguage(text);
  const all = words(text);
  const mode = isTyped(text, all) ? 'typing' : 'asking';
  const telling = mode === 'typing' ? all : words(withoutPoliteness(text));
  const terms = termsOf(telling, language);
  const lead = new Set(termsOf(words(withoutPoliteness(given.trimStart().split(/[\r\n]/, 1)[0]!.slice(0, LONGEST_TEXT).toWellFormed())), language).map(({ stems }) => stems.join(' ')));
  return { mode, language, terms, lead: terms.flatMap(({ stems }, place) => (lead.has(stems.join(' ')) ? [place] : [])), spread: new Map(), text };
}

/** A few words and no sentence: none of the small words that only sentences have, and no question mark. */
function isTyped(text: string, all: readonly string[]): boolean {
  const small = all.slice(0, -1).filter((word) => isStopWord(word, 'de') && isStopWord(word, 'en')).length;
  return all.length <= TYPED_WORDS && small === 0 && !/[?!.]\s*$/.test(text);
}

function termsOf(all: readonly string[], language: Language | null): Term[] {
  const telling = all.filter((word) => !isStop(word, language));
  const terms = new Map<string, Term>();
  // a question of small words only ("to be or not to be") is still a question
  for (const word of telling.length > 0 ? telling : all) {
    for (const term of language ? oneLanguage(word, language) : bothLanguages(word)) {
      const key = term.stems.join(' ');
      if (!terms.has(key)) terms.set(key, term);
    }
    if (terms.size >= MOST_TERMS) break;
  }
  return [...terms.values()];
}

const UNWIDENED = { known: true, alike: [] };

function oneLanguage(word: string, language: Language): Term[] {
  return stemsOf(word, language).map((stem) => ({ word, stems: [stem], ...UNWIDENED }));
}

function bothLanguages(word: string): Term[] {
  const [german, english] = [stemsOf(word, 'de'), stemsOf(word, 'en')];
  return english.map((stem, part) => ({ word, stems: [...new Set([stem, german[part] ?? stem])], ...UNWIDENED }));
}

function isStop(word: string, language: Language | null): boolean {
  return language ? isStopWord(word, language) : isStopWord(word, 'de') || isStopWord(word, 'en');
}
