import type { BadgeRule } from '../badge.rule.js';

/** The team made five answers of theirs official. */
export const trusted = {
  name: 'trusted',
  amount: 5,
  description: 'The team made five answers of theirs official.',
  earned: `select member_id, count(*) filter (where points > 0) - count(*) filter (where points < 0) as times from reputation_entry where member_id = any($1) and rule = 'official' group by 1`,
} as const satisfies BadgeRule;
