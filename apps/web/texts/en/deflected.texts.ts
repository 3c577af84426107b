import { counting } from '../words.js';

const count = counting('en-GB');

/** For staff: what became of those who were about to ask. */
export const deflected = {
  outcomes: { confirmed: 'Said that it solved it', likely: 'Left without a word', failed: 'Asked after all' },
  confirmed: count({ one: 'solved it for # person', other: 'solved it for #' }),
  likely: count({ one: '# left without a word', other: '# left without a word' }),
  failed: count({ one: '# asked after all', other: '# asked after all' }),
  words: 'In which words they came',
  allWords: 'In which words people came',
  wordsIntro: 'What people typed before they opened it. Search learns from those whom it helped: what does not belong there, you strike.',
  wordsNone: 'Nobody has come here from the search or while asking, or what they typed was struck.',
  strike: 'Strike',
  strikeHint: 'Search forgets these words. What became of it is still counted.',
  struck: 'Struck: search does not know these words any more.',
};
