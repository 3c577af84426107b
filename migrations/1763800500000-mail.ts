import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Mails on their way out. */
export class Mail1763800500000 implements MigrationInterface {
  name = 'Mail1763800500000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table mail (
        id bigint generated always as identity primary key,
        key text not null unique check (char_length(key) between 1 and 200), -- what it tells to whom: told once, whoever asks for it again
        recipient text not null check (char_length(recipient) <= 254),
        subject text not null check (char_length(subject) <= 300),
        text text check (octet_length(text) <= 200000), -- null once it has left, or cannot: it may hold a secret link
        html text check (octet_length(html) <= 200000),
        list_unsubscribe text,
        account boolean not null, -- about the account itself (a link to sign in with, say): not counted against the day's limit
        message_id uuid not null default gen_random_uuid(), -- the same at every try, so that mail programs show it once
        state text not null check (state in ('queued', 'sent', 'failed', 'kept')),
        failure text,
        created_at timestamptz not null default now(),
        sent_at timestamptz,
        check ((state = 'sent') = (sent_at is not null)),
        check (state in ('queued', 'kept') or (text is null and html is null)),
        check (state not in ('queued', 'kept') or text is not null)
      );
      create index mail_by_recipient on mail (lower(recipient), created_at) where not account;
      create index mail_age on mail (created_at);`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table mail');
  }
}
