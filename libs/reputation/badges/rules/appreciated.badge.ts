import type { BadgeRule } from '../badge.rule.js';

/** A hundred votes for their answers. */
export const appreciated = {
  name: 'appreciated',
  amount: 100,
  description: 'A hundred votes for their answers.',
  earned: `select member_id, count(*) filter (where points > 0) - count(*) filter (where points < 0) as times from reputation_entry where member_id = any($1) and rule = 'upVoted' group by 1`,
} as const satisfies BadgeRule;
