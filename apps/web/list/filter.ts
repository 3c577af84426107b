export const FILTERS = ['all', 'unanswered', 'unsolved', 'solved'] as const;
export type Filter = (typeof FILTERS)[number];
