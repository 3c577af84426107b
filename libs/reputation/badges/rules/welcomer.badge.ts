import type { BadgeRule } from '../badge.rule.js';

/** They were the first to reply to ten newcomers. */
export const welcomer = {
  name: 'welcomer',
  amount: 10,
  description: 'They were the first to reply to ten newcomers.',
  earned: `select member_id, count(*) filter (where points > 0) - count(*) filter (where points < 0) as times from reputation_entry where member_id = any($1) and rule = 'welcomed' group by 1`,
} as const satisfies BadgeRule;
