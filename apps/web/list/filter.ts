export const FILTERS = ['all', 'unanswered', 'unsolved', 'solved', 'discussions', 'announcements'] as const;
export type Filter = (typeof FILTERS)[number];

/** What a filter of the page means to the API: a state that questions have, or a kind. */
export function meantBy(filter: Filter) {
  switch (filter) {
    case 'discussions': return { filter: 'all', kind: 'discussion' } as const;
    case 'announcements': return { filter: 'all', kind: 'announcement' } as const;
    default: return { filter };
  }
}
