import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { Mailer } from '#platform/mail';
import { NEVER_AT_ONCE } from '../notification.kinds.js';
import { NotificationMail, type Recipient, type Told } from './notification.mail.js';
import { DUE, FROM_TOLD, reachable, TIMING, TOLD } from './told.rows.js';

const BATCH = 50; // mails written in one transaction

/** Mails what was just told to those who want it at once. */
@Injectable()
export class NotificationMailer {
  constructor(
    private readonly db: Database,
    private readonly mailer: Mailer,
    private readonly mail: NotificationMail,
  ) {}

  /**
   * Each batch of mails and the note that they were written are one transaction: whoever dies in between begins again where that
   * stopped. Two at once divide the rows among them; the key, the notification's own, keeps either from writing a second mail.
   * What a day has no room for any more stays unmailed, and comes with the weekly digest.
   */
  async mailAtOnce(eventId: string): Promise<void> {
    for (let after: string | undefined = '0'; after !== undefined; ) after = await this.batch(eventId, after);
  }

  private batch(eventId: string, after: string): Promise<string | undefined> {
    return this.db.transaction(async () => {
      const due = await this.db.prepared<Told & Recipient>(
        `select ${TOLD}, m.id as "memberId", m.email, m.language ${FROM_TOLD}
         where n.event_id = $1 and n.id > $2 and ${DUE} and ${reachable(this.mailer)} and ${TIMING} = 'now' and k.topic <> all($3) order by n.id limit ${BATCH} for update of n skip locked`,
        [eventId, after, NEVER_AT_ONCE],
      );
      const written: string[] = [];
      for (const row of due) if (await this.mailer.send({ ...(await this.mail.one(row, row)), key: `notification:${row.id}` })) written.push(row.id);
      await this.db.query('update notification set mailed_at = now() where id = any($1)', [written]);
      return due.length < BATCH ? undefined : due.at(-1)!.id;
    });
  }
}
