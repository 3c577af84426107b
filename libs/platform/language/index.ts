/** What can be said about a text by its words alone: language, tokens, stems. German and English. */
export { detectLanguage, type Language } from './language.detect.js';
/** One spelling for umlauts, accents and capitals, so that both sides of a search agree. */
export { fold, foldFor } from './fold.js';
/** The words of a text, with product names, versions and error codes kept whole. */
export { words } from './words.js';
/** The stems that a word is found by. */
export { stems, stemsOf } from './stems.js';
/** Words that say nothing about what a text is about. */
export { isStopWord } from './stop.words.js';
/** What else people say for the same thing. */
export { otherWords } from './other.words.js';
