const RANKS_EQUAL = 60; // Cormack, Clarke and Büttcher 2009: the first places of either list count much, and neither list alone decides

/** Two rankings of the same things as one, by reciprocal rank fusion: what is high in both is first. */
export function fused(one: readonly string[], other: readonly string[]): string[] {
  const worth = new Map<string, number>();
  for (const list of [one, other]) for (const [place, id] of list.entries()) worth.set(id, (worth.get(id) ?? 0) + 1 / (RANKS_EQUAL + place + 1));
  return [...worth].sort((a, b) => b[1] - a[1]).map(([id]) => id);
}
