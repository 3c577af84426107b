import { Inject, Injectable } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { Database } from '#platform/database';
import { RUNTIME, type Runtime, SiteName } from '#platform/runtime';
import { type MailRow, messageOf } from './mail.message.js';

// Together below the 30 s after which PostgreSQL ends a transaction that waits for something else (database.module.ts)
const CONNECT_MS = 5_000;
const SILENCE_MS = 10_000;
const WHOLE_MS = 25_000;
const FAILURE_LONGEST = 300;

@Injectable()
export class MailSender {
  private transport: Transporter | undefined;

  constructor(
    private readonly db: Database,
    @Inject(RUNTIME) private readonly runtime: Runtime,
    private readonly siteName: SiteName,
  ) {}

  /**
   * Sends a mail that has not left yet. Its row stays locked meanwhile, so that two workers never send it at once, and is marked
   * in the same transaction. What remains: a worker that dies, or loses the database, after the server has said "taken" and before
   * the commit sends it again. SMTP has no way to ask whether a message arrived; that copy carries the same Message-ID, by which
   * mail servers and programs drop it.
   */
  async send(mailId: string, isLastTry: boolean): Promise<void> {
    const failure = await this.db.transaction(async () => {
      const mail = await this.db.one<MailRow>(
        `select id, recipient, subject, text, html, list_unsubscribe as "listUnsubscribe", message_id as "messageId" from mail where id = $1 and state = 'queued' for no key update`,
        [mailId],
      );
      if (!mail) return null; // sent by another try, or too old and swept
      const { smtpUrl } = this.runtime.settings;
      if (!smtpUrl) {
        await this.db.query(`update mail set state = 'kept' where id = $1`, [mailId]); // the server was taken out of the settings meanwhile
        return null;
      }
      try {
        await within(WHOLE_MS, this.to(smtpUrl).sendMail(messageOf(mail, this.runtime.settings, this.siteName.now)));
      } catch (error) {
        await this.failed(mailId, error as Error, isLastTry || isForGood(error));
        return isForGood(error) ? null : (error as Error);
      }
      await this.db.query(`update mail set state = 'sent', sent_at = clock_timestamp(), text = null, html = null, failure = null where id = $1`, [mailId]);
      return null;
    });
    if (failure) throw new Error(failure.message); // the queue tries again; the error itself may carry what was sent
  }

  private async failed(mailId: string, { message }: Error, forGood: boolean): Promise<void> {
    const failure = message.replace(/\p{Cc}+/gu, ' ').slice(0, FAILURE_LONGEST);
    await this.db.query(
      forGood ? `update mail set state = 'failed', failure = $2, text = null, html = null where id = $1` : 'update mail set failure = $2 where id = $1',
      [mailId, failure],
    );
  }

  private to(smtpUrl: string): Transporter {
    this.transport ??= createTransport(smtpUrl, { connectionTimeout: CONNECT_MS, greetingTimeout: CONNECT_MS, socketTimeout: SILENCE_MS, disableFileAccess: true, disableUrlAccess: true } as object);
    return this.transport;
  }
}

/** The server refuses this recipient or this message (5xx): it will do so tomorrow, too. A refused sign-in is the operator's to mend, and is tried again. */
function isForGood(error: unknown): boolean {
  const { code, responseCode = 0 } = error as { code?: string; responseCode?: number };
  return code === 'EADDRESS' || ((code === 'EENVELOPE' || code === 'EMESSAGE') && responseCode >= 500);
}

function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error(`The mail server took longer than ${milliseconds / 1000} s.`)), milliseconds);
  return Promise.race([work, promise]).finally(() => clearTimeout(timer));
}
