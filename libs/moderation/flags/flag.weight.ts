import type { Role } from '#platform/access';

/** So much weight, of so many people at least, hides a post until somebody has looked at it (Discourse; never fewer than three, ours). */
export const HIDES_AT = { weight: 8.3, people: 3 };

/** So much on posts of one newcomer that nobody has looked at holds what they write next (Discourse). */
export const HOLDS_FURTHER_AT = { weight: 2.5, people: 3 };

const STAFF_RANK = 5;
const RECORD_LEAST = 5; // decided flags: before, nothing is known of somebody's judgement
const RECORD_USUAL = 0.7; // of them agreed to: no better and no worse than most
const BONUS_MOST = 5;

export interface Flagger {
  role: Role;
  rank: number;
  /** How often those who looked agreed with them, and how often they did not. */
  agreed: number;
  disagreed: number;
}

/** 1 + rank, and up to 5 more or less by their record (after Discourse's reviewable score); never below nothing. */
export function weightOf({ role, rank, agreed, disagreed }: Flagger): number {
  const decided = agreed + disagreed;
  const share = agreed / decided;
  const bonus = decided < RECORD_LEAST ? 0 : share >= RECORD_USUAL ? (share - RECORD_USUAL) / (1 - RECORD_USUAL) : (share - RECORD_USUAL) / RECORD_USUAL;
  return Math.max(0, 1 + (role === 'staff' || role === 'admin' ? STAFF_RANK : rank) + BONUS_MOST * bonus);
}
