import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files that members send with their posts; what they hold lies in the file store, under the same id. */
export class Attachments1763800400000 implements MigrationInterface {
  name = 'Attachments1763800400000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
create table attachment (
  id uuid primary key, -- 128 random bits: nobody finds a file by counting
  owner_id bigint references member on delete set null,
  post_id bigint references post on delete set null, -- null: not yet in any post, or in none any more
  name text not null check (char_length(name) between 1 and 120),
  mime text not null,
  bytes integer not null check (bytes > 0),
  width integer check (width > 0),
  height integer check (height > 0),
  sha256 bytea not null check (octet_length(sha256) = 32),
  ticket_key bytea not null check (octet_length(ticket_key) = 32), -- signs addresses on the origin of files, where no session comes along
  sent_as text check (char_length(sent_as) <= 120), -- the form it came with: sent twice, it is one file
  -- storing until the store has it, removed until the store has lost it, gone until the day that it counts for is over
  state text not null default 'storing' check (state in ('storing', 'ready', 'removed', 'gone')),
  created_at timestamptz not null default now(),
  check ((width is null) = (height is null))
);
create unique index attachment_sent_once on attachment (owner_id, sent_as);
create index attachment_post on attachment (post_id, created_at, id) where post_id is not null;
create index attachment_owner_day on attachment (owner_id, created_at);
create index attachment_loose on attachment (created_at) where post_id is null or state <> 'ready';
`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table attachment');
  }
}
