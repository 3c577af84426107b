import { Inject, Injectable } from '@nestjs/common';
import { Database, type Page, pageOf } from '#platform/database';
import { RUNTIME, type Runtime } from '#platform/runtime';
import type { Mail, MailConnection } from './mailbox.type.js';

export const MAIL_CURSOR = ['key'] as const;

@Injectable()
export class MailboxReader {
  private readonly columns: string;

  constructor(
    private readonly db: Database,
    @Inject(RUNTIME) { settings }: Runtime,
  ) {
    // whoever reads a link out of another's mail could take their account; without a server there is no other way to get it to them
    const text = settings.smtpUrl === undefined ? 'text' : 'null::text as text';
    this.columns = `id as key, 'mai_' || id as id, recipient, subject, state, failure, ${text}, created_at as "createdAt", sent_at as "sentAt"`;
  }

  /** A page of mails, the latest first. */
  async list(page: Page): Promise<MailConnection> {
    const beyond = page.from ? `where m.id ${page.backwards ? '>' : '<'} $1::bigint` : '';
    const rows = await this.db.query<Mail>(
      `select ${this.columns} from mail m ${beyond} order by m.id ${page.backwards ? 'asc' : 'desc'} limit ${page.limit + 1}`,
      page.from ?? [],
    );
    return pageOf(page, rows, (row) => [row.key]);
  }

  async byId(key: string): Promise<Mail | null> {
    return (await this.db.one<Mail>(`select ${this.columns} from mail where id = $1`, [key])) ?? null;
  }
}
