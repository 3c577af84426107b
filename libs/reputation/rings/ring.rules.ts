/** What rings and serial votes are known by. Tuned on simulated communities (docs/guides/measuring.md); each finding is shown to the staff with its numbers, and nothing is undone by itself. */
export const RING_RULES = {
  /** Days that are looked at: as long as ranks. */
  days: 100,
  /** Fewer votes of one for another mean nothing. */
  votesLeast: 3,
  /** Of another's posts one votes for at least this share, by the lower end of what so few votes can say (Wilson, 90 %): honest friends vote for what they happen to read. */
  coverage: 0.25,
  /** Of a group's votes, those that stay in it. */
  within: 0.2,
  /** The same of all together: friends skip what they do not like. */
  together: 0.55,
  /** Of two alone, who have no third to give them away, this share of their votes. */
  pairWithin: 0.5,
  /** Of a follower's votes, those for the one. */
  devoted: 0.35,
  /** Followers of one, from which on it is a ring. */
  followers: 3,
  /** Votes of one alone for, or against, one other. */
  serial: 12,
  serialAgainst: 5,
  /** Of all their votes. */
  serialShare: 0.6,
  /** And of the other's posts, by the lower end: who admires somebody still leaves some out. */
  serialCoverage: 0.6,
} as const;

const Z = 1.2816; // 90 % to one side

/** The lower end of a share of which `hits` of `all` were seen (Wilson 1927). */
export function lowerShare(hits: number, all: number): number {
  if (all === 0) return 0;
  const p = Math.min(1, hits / all);
  const z2 = Z * Z;
  return (p + z2 / (2 * all) - Z * Math.sqrt((p * (1 - p)) / all + z2 / (4 * all * all))) / (1 + z2 / all);
}
