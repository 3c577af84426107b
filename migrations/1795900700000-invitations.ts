import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Invitations to the team, sent by mail. */
export class Invitations1795900700000 implements MigrationInterface {
  name = 'Invitations1795900700000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table invitation (
        id bigint generated always as identity primary key,
        email text check (char_length(email) <= 254), -- null once it is accepted: the member's own address tells then
        role text not null check (role in ('staff', 'admin')),
        language text not null check (language in ('de', 'en')),
        note text check (char_length(note) <= 300),
        invited_by bigint references member on delete set null, -- nobody: it opens nothing any more
        token_hash bytea not null unique, -- SHA-256 of what the link holds
        sends integer not null default 1,
        sent_at timestamptz not null default now(),
        expires_at timestamptz not null,
        withdrawn_at timestamptz,
        accepted_at timestamptz,
        accepted_by bigint references member on delete cascade,
        check ((accepted_at is null) = (email is not null)),
        check (accepted_at is not null or accepted_by is null)
      );
      create unique index invitation_address_once on invitation (lower(email)); -- a second one to an address replaces the first
      create index invitation_inviter on invitation (invited_by);
      create index invitation_taker on invitation (accepted_by);`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table invitation');
  }
}
