/** What earns a badge: one file each in rules/, and its line in badge.rules.ts; its sentences stand in apps/web/texts. */
export interface BadgeRule {
  /** Kept with whoever has it: never change one. */
  name: string;
  /** How often one has to have done it. */
  amount: number;
  description: string;
  /** SQL: of the members `$1`, those who have done it, and how often (member_id, times). */
  earned: string;
}
