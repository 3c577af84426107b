import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { Mailer } from '#platform/mail';
import { NotificationMail, type Recipient, type Told } from './notification.mail.js';
import { DUE, FROM_TOLD, reachable, TIMING, TOLD } from './told.rows.js';

export const DIGEST_ITEMS = 5; // a glance; the rest waits on the site (Discourse's)
export const INACTIVE_DAYS = 180; // who did not come back in half a year does not want to be called (Discourse's)
const CHUNK = 1_000; // members looked at by one statement
const LONGEST_BACK_DAYS = 30; // what nobody mailed in a month is no news

const PERIODS = { daily: 'day', weekly: 'week' } as const;

/**
 * Digests: what was told before the present day (or week) began, so that it does not matter at which moment of it the job runs, and
 * one mail a member and period at most, by the mail's key.
 */
@Injectable()
export class DigestSender {
  constructor(
    private readonly db: Database,
    private readonly mailer: Mailer,
    private readonly mail: NotificationMail,
  ) {}

  /** Writes all digests that are due at the moment: of the day, and of the week. */
  async send(at: Date): Promise<void> {
    for (const timing of ['daily', 'weekly'] as const) {
      const row = await this.db.one<{ start: string }>(`select date_trunc($1, $2::timestamptz at time zone 'UTC')::date::text as start`, [PERIODS[timing], at]);
      await this.all(timing, row!.start);
    }
  }

  private async all(timing: 'daily' | 'weekly', start: string): Promise<void> {
    for (let after: string | null = '0'; after !== null; ) {
      const chunk: { last: string | null; members: Recipient[] } = (await this.db.one(
        `with chunk as (select * from member where id > $1 order by id limit ${CHUNK})
         select (select max(id)::text from chunk) as last, coalesce((
           select json_agg(json_build_object('memberId', m.id::text, 'email', m.email, 'language', m.language)) from chunk m
           where ${reachable(this.mailer)} and ${ACTIVE} and exists (
             select from notification n where n.recipient_id = m.id and n.read_at is null and n.mailed_at is null and n.created_at < $2::timestamp at time zone 'UTC')), '[]') as members`,
        [after, start],
      ))!;
      for (const member of chunk.members) await this.one(member, timing, start);
      after = chunk.last;
    }
  }

  /** The mail and the note of what it told of, in one transaction. */
  private one(to: Recipient, timing: 'daily' | 'weekly', start: string): Promise<void> {
    return this.db.transaction(async () => {
      // in a weekly one also what should have left at once and could not: the address was not yet known as theirs, or the day had seen too many
      const timings = timing === 'weekly' ? ['weekly', 'now'] : ['daily'];
      const due = await this.db.query<Told & { total: number; ids: string[] }>(
        `with due as (select n.id, k.place ${FROM_TOLD}
           where n.recipient_id = $1 and ${DUE} and ${TIMING} = any($2) and n.created_at < $3::timestamp at time zone 'UTC'
             and n.created_at > $3::timestamp at time zone 'UTC' - make_interval(days => ${LONGEST_BACK_DAYS}))
         select ${TOLD}, (select count(*)::int from due) as total, (select array_agg(id) from due) as ids ${FROM_TOLD}
         where n.id in (select id from due order by place, id desc limit ${DIGEST_ITEMS}) order by k.place, n.id desc`,
        [to.memberId, timings, start],
      );
      if (due.length === 0) return;
      const draft = await this.mail.digest(to, due, due[0]!.total);
      const written = await this.mailer.send({ ...draft, key: `digest:${timing}:${start}:${to.memberId}` });
      if (written) await this.db.query('update notification set mailed_at = now() where id = any($1::bigint[])', [due[0]!.ids]);
    });
  }
}

/** Came by in the last half year: signed in, wrote, or read what they were told. */
const ACTIVE = `(m.created_at > now() - make_interval(days => ${INACTIVE_DAYS})
  or exists (select from session s where s.member_id = m.id and s.created_at > now() - make_interval(days => ${INACTIVE_DAYS}))
  or (select p.created_at from post p where p.author_id = m.id order by p.id desc limit 1) > now() - make_interval(days => ${INACTIVE_DAYS})
  or exists (select from notification n where n.recipient_id = m.id and n.read_at > now() - make_interval(days => ${INACTIVE_DAYS})))`;
