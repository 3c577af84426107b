import type { TaskList } from 'graphile-worker';
import type { Database } from '#platform/database';
import type { HelpedTeller } from './helped.teller.js';

const VISITORS_KEPT_DAYS = 2; // as long as a second click of the same day could come

export function deflectionTasks(db: Database, helped: HelpedTeller): TaskList {
  return {
    'tell-helped': () => helped.tell(),
    'forget-visitors': async () => {
      await db.query(`update deflection set visitor = null where visitor is not null and created_at < now() - make_interval(days => ${VISITORS_KEPT_DAYS})`);
    },
  };
}

/** Before the digests of the morning are sent. */
export const DEFLECTION_CRONTAB = ['30 4 * * * tell-helped ?fill=12h&max=5', '40 * * * * forget-visitors'].join('\n');
