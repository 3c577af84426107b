import type { TaskList } from 'graphile-worker';
import type { RecountingService } from './recounting.service.js';

export function pointsTasks(recounting: RecountingService): TaskList {
  return { 'count-points': () => recounting.goOn() };
}

/** Each minute what was brought in since; in the first minute of a program that is new, everything. Where there is nothing new, it reads a row. */
export const POINTS_CRONTAB = '* * * * * count-points ?queue=points&jobKey=count-points&max=1';
