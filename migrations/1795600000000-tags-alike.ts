import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Finds the tags that are written nearly as one that there is not. */
export class TagsAlike1795600000000 implements MigrationInterface {
  name = 'TagsAlike1795600000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query('create extension if not exists pg_trgm'); // a trusted one: who may create in the database may create it
    await db.query('create index tag_alike on tag using gist (name gist_trgm_ops)');
  }

  /** The extension stays: something of the operator's may use it by now. */
  async down(db: QueryRunner): Promise<void> {
    await db.query('drop index tag_alike');
  }
}
