import type { TaskList } from 'graphile-worker';
import type { BadgeService } from './badge.service.js';

export function badgeTasks(badges: BadgeService): TaskList {
  return { 'award-badges': () => badges.award() };
}

export const BADGE_CRONTAB = '35 * * * * award-badges ?queue=ranks&jobKey=award-badges&fill=2h&max=3';
