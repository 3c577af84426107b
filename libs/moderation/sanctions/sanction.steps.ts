import { SanctionStep } from './sanction.sets.js';

const DAY = 24;

export const HOURS_MOST = 30 * DAY; // longer only by a renewal that a second member of staff confirms
export const SUPER_USERS_HOURS = 3 * DAY; // of silence: volunteers are asked to end a quarrel, not to send customers away
export const POSTS_MOST = 10;

/** Step by step, each time a little more (Discourse): whoever has learned from the first never sees the second. */
export const LADDER: readonly { step: SanctionStep; hours: number | null }[] = [
  { step: SanctionStep.notice, hours: null },
  { step: SanctionStep.silence, hours: DAY },
  { step: SanctionStep.silence, hours: 3 * DAY },
  { step: SanctionStep.silence, hours: 7 * DAY },
  { step: SanctionStep.suspension, hours: HOURS_MOST },
];

export const REMEMBERED_DAYS = 365; // who has kept the peace for a year begins at the first rung again
