import type { TaskList } from 'graphile-worker';
import type { MeaningIndexing } from './meaning.indexing.js';

export function meaningTasks(indexing: MeaningIndexing): TaskList {
  return { 'embed-meanings': () => indexing.round() };
}

export const MEANING_CRONTAB = '* * * * * embed-meanings ?queue=meanings&jobKey=embed-meanings&max=1'; // one at a time, however long it takes
