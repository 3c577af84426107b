import type { BadgeRule } from '../badge.rule.js';

/** They have read something on a hundred days. */
export const regular = {
  name: 'regular',
  amount: 100,
  description: 'They have read something on a hundred days.',
  earned: `select member_id, count(*) as times from reading_day where member_id = any($1) group by 1`,
} as const satisfies BadgeRule;
