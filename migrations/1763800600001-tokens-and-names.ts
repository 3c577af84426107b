import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Personal access tokens, sessions that can be named without their secret, and what names look like. */
export class TokensAndNames1763800600001 implements MigrationInterface {
  name = 'TokensAndNames1763800600001';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table session add column id uuid not null default gen_random_uuid();
      create unique index session_id on session (id);

      create table access_token (
        id uuid primary key default gen_random_uuid(),
        token_hash bytea not null unique, -- SHA-256: the token itself is shown once and kept nowhere
        member_id bigint not null references member on delete cascade,
        name text not null check (char_length(name) between 1 and 60),
        scopes text[] not null check (scopes <@ array['read', 'write', 'admin'] and cardinality(scopes) > 0),
        created_at timestamptz not null default now(),
        expires_at timestamptz not null,
        last_used_at timestamptz
      );
      create index access_token_member on access_token (member_id, created_at);

      alter table member add column name_skeleton text, add column name_changed_at timestamptz;
      -- imported names came as they are, look-alikes included: the mark is imported_from
      create unique index member_skeleton_once on member (name_skeleton) where imported_from is null;
      create index member_skeleton on member (name_skeleton text_pattern_ops);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop index member_skeleton, member_skeleton_once;
      alter table member drop column name_changed_at, drop column name_skeleton;
      drop table access_token;
      alter table session drop column id;
    `);
  }
}
