import type { TaskList } from 'graphile-worker';
import type { Database } from '#platform/database';
import type { DigestSender } from './digest.sender.js';

const KEPT_DAYS = 365; // nobody looks for what they were told a year ago; the thread is still there
const SWEPT_AT_ONCE = 5_000;

export function notificationTasks(db: Database, digests: DigestSender): TaskList {
  return {
    digests: async (payload) => {
      const { _cron } = (payload ?? {}) as { _cron?: { ts: string } };
      await digests.send(_cron ? new Date(_cron.ts) : new Date()); // the moment it was meant for, however late it runs
    },
    'sweep-notifications': async () => {
      for (let swept = SWEPT_AT_ONCE; swept === SWEPT_AT_ONCE; ) {
        const rows = await db.query(
          `delete from notification where id in (select id from notification where created_at < now() - make_interval(days => ${KEPT_DAYS}) limit ${SWEPT_AT_ONCE}) returning id`,
        );
        swept = rows.length;
      }
    },
  };
}

/** In the morning; a worker that was away catches up for half a day. */
export const NOTIFICATION_CRONTAB = ['0 5 * * * digests ?fill=12h&max=5', '30 3 * * * sweep-notifications'].join('\n');
