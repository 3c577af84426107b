import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which version an edit made, so that one knows whether the last change is in the history: silent ones are not. */
export class RevisionVersions1795600000001 implements MigrationInterface {
  name = 'RevisionVersions1795600000001';

  async up(db: QueryRunner): Promise<void> {
    await db.query('alter table revision add version integer check (version > 0)'); // null: from before
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('alter table revision drop column version');
  }
}
