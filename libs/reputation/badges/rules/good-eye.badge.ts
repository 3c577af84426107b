import type { BadgeRule } from '../badge.rule.js';

/** Those who look agreed with twenty reports of theirs. */
export const goodEye = {
  name: 'goodEye',
  amount: 20,
  description: 'Those who look agreed with twenty reports of theirs.',
  earned: `select member_id, count(*) filter (where agreed) as times from flag where member_id = any($1) group by 1`,
} as const satisfies BadgeRule;
