import { counting } from '../words.js';

const count = counting('en-GB');

export const search = {
  title: 'Search',
  titleFor: (text: string) => `Search: ${text}`,
  resultsFor: 'Results for',
  label: 'What are you looking for?',
  about: count({ one: 'about # result', other: 'about # results' }),
  filters: 'Narrow it down',
  apply: 'Search',
  facets: { category: 'Topic', tag: 'Tag', state: 'Status', kind: 'Kind', language: 'Language' },
  states: { solved: 'Solved', unsolved: 'Unsolved', official: 'With an official answer' },
  kinds: { question: 'Questions', discussion: 'Discussions', idea: 'Ideas', announcement: 'Announcements', faq: 'FAQ', article: 'Articles' },
  languages: { de: 'German', en: 'English' },
  resultsWord: count({ one: 'result', other: 'results' }),
  chosen: 'chosen',
  chosenLabel: 'Chosen',
  takeBack: 'take away',
  showAll: 'Show all',
  nothingChosen: 'With less narrowing there is something:',
  withoutChoice: (facet: string, value: string) => `without ${facet.toLowerCase()} “${value}”`,
  keys: ['Keys: ', '/', ' searches, ', '↓', ' and ', '↑', ' walk through the results, ', 'Esc', ' leads back to the search field.'],
  keysOff: 'Turn keys off',
  keysOn: 'Turn keys on',
  degraded: 'Search runs in a simpler mode at the moment: it may find less than usual, above all with typing errors.',
  nothing: (text: string) => `Nothing found for “${text}”`,
  nothingHint: 'Try fewer or other words, or ask the community: we take your words along.',
  nothingAsk: 'Ask the community',
  start: 'Type what you want to know: whole sentences are fine.',
  notFound: 'Not what you need?',
  end: 'The search shows the best 100 results. More precise words find more.',
};
