import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Addresses that were shown to be their member's, the links that show it, and texts that wait for it. */
export class Addresses1763800500001 implements MigrationInterface {
  name = 'Addresses1763800500001';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table member add column email_verified_at timestamptz;
      update member set email_verified_at = created_at where email is not null; -- nobody asked them to show it, and they may go on

      create table mail_link (
        token_hash bytea primary key, -- SHA-256 of what the link holds: a stolen table opens no account
        purpose text not null check (purpose in ('verify', 'reset', 'change')),
        member_id bigint not null references member on delete cascade,
        email text not null check (char_length(email) <= 254), -- where it was sent to, which is what using it shows
        created_at timestamptz not null default now(),
        expires_at timestamptz not null
      );
      create index mail_link_member on mail_link (member_id);
      create index mail_link_expiry on mail_link (expires_at);

      create table saved_submission ( -- a form that a member sent before their address was verified
        id bigint generated always as identity primary key,
        member_id bigint not null references member on delete cascade,
        form text not null check (char_length(form) between 1 and 40),
        input jsonb not null check (octet_length(input::text) <= 200000),
        client_mutation_id text not null,
        problem text, -- why it could not be published, in its writer's language
        created_at timestamptz not null default now(),
        unique (member_id, client_mutation_id) -- a form that is sent twice is saved once
      );`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table saved_submission, mail_link; alter table member drop column email_verified_at');
  }
}
