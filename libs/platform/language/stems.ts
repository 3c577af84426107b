import snowball from 'snowball-stemmers';
import { foldFor } from './fold.js';
import type { Language } from './language.detect.js';
import { isStopWord } from './stop.words.js';

const STEMMERS = { de: snowball.newStemmer('german'), en: snowball.newStemmer('english') };

/** Stemming is the dear part and words repeat. Cleared when full: a list of most recent use would cost more than it saves. */
const MOST_CACHED = 50_000;
const cache = { de: new Map<string, string>(), en: new Map<string, string>() };

const HAS_DIGIT = /\d/;
const VERSION = /^v?\d+([.-]\d+)*$/;

/** The stems of the words that say something, in their order; a word with parts (wi-fi) is found whole and by its parts. */
export function stems(words: readonly string[], language: Language): string[] {
  return words.filter((word) => !isStopWord(word, language)).flatMap((word) => stemsOf(word, language));
}

/** The stems of one folded word. The first stands for the whole word. */
export function stemsOf(word: string, language: Language): string[] {
  const bare = word.replace(/'s$/, '').replaceAll("'", '');
  if (VERSION.test(bare)) return [bare];
  const parts = bare.split(/[-_.!&]/);
  if (parts.length === 1) return [stem(bare, language)];
  const telling = parts.filter((part) => part.length > 1 && !isStopWord(part, language));
  return [...new Set([parts.join(''), ...telling].map((part) => stem(part, language)))];
}

function stem(word: string, language: Language): string {
  const known = cache[language].get(word);
  if (known !== undefined) return known;
  if (cache[language].size >= MOST_CACHED) cache[language].clear();
  const found = HAS_DIGIT.test(word) ? word : STEM[language](word); // "0x80070057", "5g": not words of any language
  cache[language].set(word, found);
  return found;
}

const STEM = {
  en: (word: string) => STEMMERS.en.stem(word),
  /** Snowball takes one ending off and leaves "Probleme" at problem but "Problem" at probl: again, until nothing comes off. */
  de: (word: string) => {
    let before = foldFor('de', word);
    for (let after = STEMMERS.de.stem(before); after !== before; after = STEMMERS.de.stem(before)) before = after;
    return before;
  },
};
