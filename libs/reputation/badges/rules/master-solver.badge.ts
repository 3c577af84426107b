import type { BadgeRule } from '../badge.rule.js';

/** A hundred answers of theirs were accepted. */
export const masterSolver = {
  name: 'masterSolver',
  amount: 100,
  description: 'A hundred answers of theirs were accepted.',
  earned: `select member_id, count(*) filter (where points > 0) - count(*) filter (where points < 0) as times from reputation_entry where member_id = any($1) and rule = 'accepted' group by 1`,
} as const satisfies BadgeRule;
