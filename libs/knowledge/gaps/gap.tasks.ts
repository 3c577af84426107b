import type { TaskList } from 'graphile-worker';
import type { Database } from '#platform/database';

const KEPT_DAYS = 90; // three times as long as they are shown

export function gapTasks(db: Database): TaskList {
  return {
    'forget-gaps': async () => {
      await db.query(`delete from search_gap where day < current_date - ${KEPT_DAYS}`);
    },
  };
}

export const GAP_CRONTAB = '50 3 * * * forget-gaps';
