/** What an address says about the place in a list: after or before a cursor, or at its end. */
export interface PlaceQuery {
  after?: string;
  before?: string;
  last?: string;
}

/** The same as GraphQL's paging arguments. */
export function pagePlace({ after, before, last }: PlaceQuery, size: number) {
  if (before) return { last: size, before };
  if (last) return { last: size };
  return after ? { first: size, after } : { first: size };
}
