import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Threads and entries by how their title begins: for whoever is still typing it. */
export class TitleBeginnings1795901700000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`create index thread_title_begins on thread (lower(title) text_pattern_ops) where state = 'visible'`);
    await db.query('create index knowledge_entry_title_begins on knowledge_entry (lower(title) text_pattern_ops)');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop index thread_title_begins, knowledge_entry_title_begins');
  }
}
