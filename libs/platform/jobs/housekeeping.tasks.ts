import type { TaskList } from 'graphile-worker';
import type { Database } from '#platform/database';

const ACTS_KEPT_HOURS = 25; // the longest limit looks back a day
const REPLIES_KEPT_HOURS = 48; // a client that lost its connection comes back within minutes; the API promises two days
const MAILS_KEPT_DAYS = 30; // long enough to answer "why did I get no mail?"

const INVITATIONS_KEPT_DAYS = 30; // after their end: long enough to see what became of them, and no address of somebody who never came
const DRAFTS_KEPT_DAYS = 90; // unchanged for so long, a text is not coming back to

/** Every ten minutes: what has expired goes. */
export function housekeepingTasks(db: Database): TaskList {
  return {
    housekeeping: async () => {
      await db.query('delete from session where expires_at < now()');
      await db.query('delete from mail_link where expires_at < now()');
      await db.query('delete from invitation where coalesce(accepted_at, withdrawn_at, expires_at) < now() - make_interval(days => $1)', [INVITATIONS_KEPT_DAYS]);
      await db.query('delete from idempotency where created_at < now() - make_interval(hours => $1)', [REPLIES_KEPT_HOURS]);
      await db.query('delete from mail where created_at < now() - make_interval(days => $1)', [MAILS_KEPT_DAYS]);
      await db.query('delete from act where at < now() - make_interval(hours => $1)', [ACTS_KEPT_HOURS]);
      await db.query('delete from draft where updated_at < now() - make_interval(days => $1)', [DRAFTS_KEPT_DAYS]);
      await db.query('delete from rate_limit where expire < $1', [Date.now()]);
    },
  };
}

/** Tasks of slices that tidy up, too, named here because the clock is here. */
export const HOUSEKEEPING_CRONTAB = ['*/10 * * * * housekeeping', '5,15,25,35,45,55 * * * * sweep-attachments'].join('\n');
