import type { TaskList } from 'graphile-worker';
import type { SuperUserService } from '../super-users/super-user.service.js';
import type { RankingService } from './ranking.service.js';

export function rankTasks(ranking: RankingService, superUsers: SuperUserService): TaskList {
  return { 'ask-about-terms': () => superUsers.ask(), 'raise-ranks': () => ranking.raise(), 'review-ranks': () => ranking.review() };
}

/** Up every quarter of an hour: what was missing is there. Down once a night. */
export const RANK_CRONTAB = ['*/15 * * * * raise-ranks ?queue=ranks&jobKey=raise-ranks', '40 3 * * * review-ranks ?queue=ranks&fill=12h&max=5', '45 3 * * * ask-about-terms ?queue=ranks&fill=12h&max=5'].join('\n');
