import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which version of an answer an entry says again: what was changed since can be taken over. */
export class SourceVersions1795902000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('alter table knowledge_source add post_version integer'); // null: from before, not known
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('alter table knowledge_source drop post_version');
  }
}
