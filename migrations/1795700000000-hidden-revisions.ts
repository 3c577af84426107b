import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A text in the history of a post that only staff may still read: it holds personal data, say. Why stands in the log. */
export class HiddenRevisions1795700000000 implements MigrationInterface {
  name = 'HiddenRevisions1795700000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query('alter table revision add hidden_at timestamptz');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('alter table revision drop column hidden_at');
  }
}
