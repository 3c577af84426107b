import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Ranking reads the counts of a hundred threads for each question: packed, so that they lie in the row and nothing has to be unpacked. They are filled by the rebuild that a new version of the documents brings. */
export class PackedCounts1795902300000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table search_document drop counts;
      alter table search_document add counts text not null default '';
      alter table search_document alter counts set storage main`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table search_document drop counts;
      alter table search_document add counts jsonb not null default '{}'`);
  }
}
