import type { TaskList } from 'graphile-worker';
import type { Database } from '#platform/database';

export const SCREENING_CRONTAB = '25 * * * * tidy-screening';

/** Once an hour: what is compared no more, and what is good no more, goes. */
export function screeningTasks(db: Database): TaskList {
  return {
    'tidy-screening': async () => {
      await db.query(`delete from screened where at < now() - interval '1 day'`);
      await db.query(`delete from proof_spent where at < now() - interval '2 hours'`);
      await db.query('delete from watched where until < now()');
    },
  };
}
