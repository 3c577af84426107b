import type { TaskList } from 'graphile-worker';
import type { LeaderService } from '../leaders/leader.service.js';
import type { RecountingService } from './recounting.service.js';

export function pointsTasks(recounting: RecountingService, leaders: LeaderService): TaskList {
  return {
    'count-points': async () => {
      await recounting.goOn();
      await leaders.countFirst();
    },
  };
}

/** Each minute what was brought in since; in the first minute of a program that is new, everything. Where there is nothing new, it reads a row. */
export const POINTS_CRONTAB = '* * * * * count-points ?queue=points&jobKey=count-points&max=1';
