import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Accounts that are being deleted: how far the job is, and what it looks for in others' texts. The row goes with the last step. */
export class Erasures1795900302000 implements MigrationInterface {
  name = 'Erasures1795900302000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
create table erasure (
  member_id bigint primary key, -- no foreign key: the account goes before the mail that tells of it has left
  name text not null,
  email text,
  removes_texts boolean not null,
  step text not null,
  after bigint not null default 0, -- where the step goes on
  requested_at timestamptz not null default now()
);
`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table erasure');
  }
}
