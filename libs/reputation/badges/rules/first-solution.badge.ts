import type { BadgeRule } from '../badge.rule.js';

/** An answer of theirs was accepted. */
export const firstSolution = {
  name: 'firstSolution',
  amount: 1,
  description: 'An answer of theirs was accepted.',
  earned: `select member_id, count(*) filter (where points > 0) - count(*) filter (where points < 0) as times from reputation_entry where member_id = any($1) and rule = 'accepted' group by 1`,
} as const satisfies BadgeRule;
