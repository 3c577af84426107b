import type { TaskList } from 'graphile-worker';
import type { LeaderService } from './leader.service.js';

export function leaderTasks(leaders: LeaderService): TaskList {
  return { 'count-leaders': () => leaders.countLately(), 'count-all-leaders': () => leaders.countAll() };
}

export const LEADER_CRONTAB = ['20 * * * * count-leaders ?queue=ranks&jobKey=count-leaders', '25 4 * * * count-all-leaders ?queue=ranks&fill=12h&max=5'].join('\n');
