const LONGEST_TEXT = 2_000; // finding uses no more; whole posts are pasted into search fields
const LONGEST_WORD = 60;

export const STATES = ['solved', 'unsolved', 'official'] as const;
export const KINDS = ['question', 'discussion', 'idea', 'announcement', 'faq', 'article'] as const;
export const LANGUAGES = ['de', 'en'] as const;

/** What the search can be narrowed by: as the API names it, and as the address does. */
export const FACETS = ['category', 'tag', 'state', 'kind', 'language'] as const;
export type Facet = (typeof FACETS)[number];

/** What somebody searches for, as the address says it; what was not chosen is empty. */
export interface Searched {
  text: string;
  category: string;
  tag: string;
  state: (typeof STATES)[number] | '';
  kind: (typeof KINDS)[number] | '';
  language: (typeof LANGUAGES)[number] | '';
}

export function searchedIn(query: Record<string, unknown>): Searched {
  const one = (name: string) => {
    const given = [query[name]].flat()[0]; // an address may name it twice: the first counts
    return typeof given === 'string' ? given.replaceAll('\0', '').toWellFormed() : '';
  };
  const oneOf = <Word extends string>(all: readonly Word[], name: string) => all.find((word) => word === one(name)) ?? '';
  return {
    text: one('q').trim().slice(0, LONGEST_TEXT).toWellFormed(),
    category: one('category').slice(0, LONGEST_WORD),
    tag: one('tag').trim().toLowerCase().slice(0, 40),
    state: oneOf(STATES, 'state') || (one('solved') !== '' ? 'solved' : ''), // as addresses said it before
    kind: oneOf(KINDS, 'kind'),
    language: oneOf(LANGUAGES, 'language'),
  };
}

export function searchPath(searched: Searched): string {
  const chosen = FACETS.filter((facet) => searched[facet] !== '').map((facet): [string, string] => [facet, searched[facet]]);
  return `/search?${new URLSearchParams([['q', searched.text], ...chosen])}`;
}

/** The same search with another choice; the empty one takes it back. */
export function choosing(searched: Searched, facet: Facet, value: string): string {
  return searchPath({ ...searched, [facet]: value });
}

/** The same words, narrowed by nothing. */
export function everywhere({ text }: Searched): Searched {
  return searchedIn({ q: text });
}
