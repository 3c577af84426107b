import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whom members would rather not read. */
export class Mutes1795903300000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table mute (
        member_id bigint not null references member on delete cascade,
        muted_id bigint not null references member on delete cascade,
        created_at timestamptz not null default now(),
        primary key (member_id, muted_id),
        check (member_id <> muted_id)
      );
      create index mute_muted on mute (muted_id);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table mute');
  }
}
