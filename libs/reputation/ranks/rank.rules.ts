/** What a rank asks for, counted over the last 100 days. */
export const RANK_NEEDS = ['daysRead', 'threadsRead', 'postsRead', 'minutesRead', 'answered', 'accepted', 'points'] as const;
export type RankNeed = (typeof RANK_NEEDS)[number];
export type Doings = Record<RankNeed, number>;

export const WINDOW_DAYS = 100;
/** How long a rank is kept whatever happens, and how far below its needs one may be after that (Discourse). */
export const PROTECTED_DAYS = 14;
export const LOW_WATER = 0.9;
/** Whoever has this rank, or a lower one, keeps it: nobody becomes a stranger by staying away. */
export const KEPT_FOR_GOOD = 1;

/**
 * Ranks 1 to 3, each on top of the one before: Discourse's numbers for reading, which say that somebody knows the place, and for rank 3 what says that
 * they help. Rights come with ranks 1 and 2 alone, which no points are asked for: no right is bought.
 */
export const RANKS: readonly Partial<Doings>[] = [
  {},
  { threadsRead: 5, minutesRead: 10 },
  { daysRead: 15, threadsRead: 20, postsRead: 100 },
  { daysRead: 50, answered: 10, accepted: 3, points: 100 },
];
export const HIGHEST = RANKS.length - 1;

export interface Ranked {
  rank: number;
  doings: Doings;
  /** Days since they have this rank; null where nobody knows. */
  since: number | null;
}

/** The rank that the rule gives: up as far as every need on the way is met, down one by one once the time of protection is over. */
export function rankByRule({ rank, doings, since }: Ranked): number {
  let earned = 0;
  while (earned < HIGHEST && meets(doings, RANKS[earned + 1]!, 1)) earned += 1;
  if (earned >= rank) return earned;
  if (rank <= KEPT_FOR_GOOD || (since !== null && since < PROTECTED_DAYS)) return rank;
  let kept = rank;
  while (kept > Math.max(earned, KEPT_FOR_GOOD) && !meets(doings, RANKS[kept]!, LOW_WATER)) kept -= 1;
  return kept;
}

function meets(doings: Doings, needs: Partial<Doings>, share: number): boolean {
  return RANK_NEEDS.every((need) => doings[need] >= share * (needs[need] ?? 0));
}
