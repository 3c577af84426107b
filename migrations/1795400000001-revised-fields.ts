import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an opening said in the fields of its category is part of its history. */
export class RevisedFields1795400000001 implements MigrationInterface {
  name = 'RevisedFields1795400000001';

  async up(db: QueryRunner): Promise<void> {
    // null in openings' revisions from before: nobody could change the fields then
    await db.query('alter table revision add fields jsonb, add constraint revision_fields_of_openings check (fields is null or title is not null)');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('alter table revision drop column fields');
  }
}
