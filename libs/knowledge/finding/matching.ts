import { type Facet, isNowhere, type SearchFilter } from './search.filter.js';
import { statesOf } from './thread.states.js';

/** What is counted of a thread that matches. */
export interface Match {
  categoryId: number;
  tagIds: number[];
  kind: string;
  language: string;
  solved: boolean;
  official: boolean;
  /** Of a thread: the entry that says its answer under the same title, and stands for both where both match. */
  saidBy?: Match | undefined;
}

/** How many threads match, and of each facet how many have which value. */
export interface Matching {
  total: number;
  values: Record<Facet, Map<string, number>>;
}

/** A way to count what matches a question under a narrowing. */
export type Count = (filter: SearchFilter) => Promise<Matching>;

export function nothingMatches(): Matching {
  return { total: 0, values: { category: new Map(), tag: new Map(), state: new Map(), kind: new Map(), language: new Map() } };
}

/** The same counts as the engine's, of threads at hand. */
export function matchingOf(matches: readonly Match[], filter: SearchFilter): Matching {
  const matching = nothingMatches();
  for (const match of matches) {
    if (!meets(match, filter)) continue;
    const said = match.saidBy && meets(match.saidBy, filter) ? valuesOf(match.saidBy) : null;
    if (!said) matching.total++;
    for (const [facet, values] of Object.entries(valuesOf(match)) as [Facet, string[]][]) {
      const counts = matching.values[facet];
      for (const value of values) if (!said?.[facet].includes(value)) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
  }
  return matching;
}

function valuesOf(match: Match): Record<Facet, string[]> {
  return { category: [String(match.categoryId)], tag: match.tagIds.map(String), state: statesOf(match), kind: [match.kind], language: [match.language] };
}

function meets(match: Match, filter: SearchFilter): boolean {
  const { categoryIds, tagId, solved, state, kind, language } = filter;
  return (
    !isNowhere(filter) &&
    (categoryIds === null || categoryIds.includes(match.categoryId)) &&
    (tagId === null || match.tagIds.includes(tagId)) &&
    (solved === null || match.solved === solved) &&
    (state === null || statesOf(match).includes(state)) &&
    (kind === null || match.kind === kind) &&
    (language === null || match.language === language)
  );
}
