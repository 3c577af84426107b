import type { MigrationInterface, QueryRunner } from 'typeorm';

/** FAQ entries that propose themselves: which questions they answer, and why they are proposed. */
export class Proposals1795901600000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table knowledge_entry add proposal jsonb; -- asked, people, saved, since: as it was counted last; null where a person began it
      create index knowledge_entry_proposed on knowledge_entry (id) where proposal is not null and state = 'draft';

      create table knowledge_question ( -- the threads that ask what it answers
        entry_id bigint not null references knowledge_entry on delete cascade,
        thread_id bigint not null references thread on delete cascade,
        primary key (entry_id, thread_id)
      );
      create index knowledge_question_thread on knowledge_question (thread_id);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table knowledge_question; alter table knowledge_entry drop proposal');
  }
}
