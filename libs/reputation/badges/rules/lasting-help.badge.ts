import type { BadgeRule } from '../badge.rule.js';

/** Twenty-five later readers said that an answer of theirs solved their problem. */
export const lastingHelp = {
  name: 'lastingHelp',
  amount: 25,
  description: 'Twenty-five later readers said that an answer of theirs solved their problem.',
  earned: `select member_id, count(*) filter (where points > 0) - count(*) filter (where points < 0) as times from reputation_entry where member_id = any($1) and rule = 'helped' group by 1`,
} as const satisfies BadgeRule;
