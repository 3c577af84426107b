import { counting } from '../words.js';

const count = counting('en-GB');

export const search = {
  title: 'Search',
  titleFor: (text: string) => `Search: ${text}`,
  resultsFor: 'Results for',
  label: 'What are you looking for?',
  about: count({ one: 'about # result', other: 'about # results' }),
  category: 'Topic',
  anyCategory: 'All topics',
  tag: 'Tag',
  solvedOnly: 'Solved only',
  apply: 'Apply',
  filters: 'Narrow it down',
  degraded: 'Search runs in a simpler mode at the moment: it may find less than usual, above all with typing errors.',
  nothing: (text: string) => `Nothing found for “${text}”`,
  nothingHint: 'Try fewer or other words, or take a filter away.',
  nothingAsk: 'Ask the community',
  start: 'Type what you want to know: whole sentences are fine.',
  notFound: 'Not what you need?',
  end: 'The search shows the best 100 results. More exact words lead further.',
};
