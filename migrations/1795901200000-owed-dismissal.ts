import type { MigrationInterface, QueryRunner } from 'typeorm';

/** "Needs no word of mine": what waits for a member can be put aside until something new comes. */
export class OwedDismissal1795901200000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table owed_dismissal ( -- of a thread, everything up to that post needs no word of the member
        member_id bigint not null references member on delete cascade,
        thread_id bigint not null references thread on delete cascade,
        post_id bigint not null,
        created_at timestamptz not null default now(),
        primary key (member_id, thread_id)
      );
      create index owed_dismissal_thread on owed_dismissal (thread_id);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table owed_dismissal');
  }
}
