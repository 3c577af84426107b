import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What members asked for: everything that is kept of them, as one file, for seven days. The file lies in the file store, under the same id. */
export class DataExports1795900301000 implements MigrationInterface {
  name = 'DataExports1795900301000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
create table data_export (
  id uuid primary key, -- 128 random bits
  member_id bigint not null references member on delete cascade,
  state text not null default 'waiting' check (state in ('waiting', 'working', 'ready', 'failed', 'expired')),
  done integer not null default 0, -- rows and files written so far
  total integer not null default 0, -- of so many; what is written meanwhile is not counted
  bytes bigint,
  requested_at timestamptz not null default now(),
  ready_at timestamptz,
  expires_at timestamptz,
  check ((state in ('ready', 'expired')) = (ready_at is not null) and (ready_at is null) = (bytes is null) and (ready_at is null) = (expires_at is null))
);
create unique index data_export_one_at_a_time on data_export (member_id) where state in ('waiting', 'working');
create index data_export_latest on data_export (member_id, requested_at desc);
create index data_export_expiry on data_export (expires_at) where state = 'ready';
`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table data_export');
  }
}
