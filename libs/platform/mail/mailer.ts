import { Inject, Injectable } from '@nestjs/common';
import { cleanLine, cleanText } from '#platform/content';
import { Database } from '#platform/database';
import { RUNTIME, type Runtime } from '#platform/runtime';
import { SEND_TRIES } from './mail.tasks.js';

export const MAILS_A_DAY = 100; // Discourse's: more in one day is a fault or a flood, and providers stop taking it
const SUBJECT_LONGEST = 200;

export interface MailDraft {
  /** The bare address. */
  to: string;
  subject: string;
  text: string;
  html?: string;
  /** The https address that unsubscribes with one click (RFC 8058). */
  listUnsubscribe?: string;
  /** What this mail tells to whom: a second one under the same key is not written. */
  key: string;
  /** About the account itself, asked for by its owner and limited where it is asked for: no flood of notices may keep it back. */
  account?: boolean;
  /** Whose it is, where the address is not (yet, any more) their account's. */
  memberKey?: string;
}

@Injectable()
export class Mailer {
  constructor(
    private readonly db: Database,
    @Inject(RUNTIME) private readonly runtime: Runtime,
  ) {}

  /** Whether mails leave the machine; without a server they are kept for the admin to read. */
  get leaves(): boolean {
    return this.runtime.settings.smtpUrl !== undefined;
  }

  /**
   * One mail and its job in the caller's transaction: rolled back, nobody hears of it; committed, it is sent.
   * False where the key was used before, or where the recipient has had as many as a day takes.
   */
  async send(draft: MailDraft): Promise<boolean> {
    if (!this.db.inTransaction) throw new Error(`A mail (${draft.key}) was written outside a transaction: it could tell of what has not happened.`);
    const subject = (cleanLine(draft.subject.toWellFormed().replaceAll('\0', '')) ?? '').slice(0, SUBJECT_LONGEST).toWellFormed();
    const written = await this.db.query(
      `with written as (
         insert into mail (key, recipient, subject, text, html, list_unsubscribe, account, state, member_id)
         select $1::text, $2::text, $3::text, $4::text, $5::text, $6::text, $7::boolean, $8::text, coalesce($11::bigint, (select id from member where lower(email) = lower($2)))
         where $7 or (select count(*) from (
           select from mail where lower(recipient) = lower($2) and not account and created_at > now() - interval '1 day' limit $9) had) < $9
         on conflict (key) do nothing returning id)
       select id, case when $8 = 'queued' then graphile_worker.add_job('send-mail', json_build_object('mailId', id::text), max_attempts => $10) end from written`,
      [
        draft.key, draft.to.trim(), subject, textOf(draft.text), draft.html === undefined ? null : textOf(draft.html), draft.listUnsubscribe ?? null, draft.account ?? false,
        this.leaves ? 'queued' : 'kept', MAILS_A_DAY, SEND_TRIES, draft.memberKey ?? null,
      ],
    );
    return written.length > 0;
  }
}

/** What PostgreSQL can hold of it: a quoted post may bring anything along. */
function textOf(text: string): string {
  return cleanText(text.replaceAll('\0', '').toWellFormed()) ?? '';
}
