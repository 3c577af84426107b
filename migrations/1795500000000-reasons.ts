import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The way from what somebody was told to the reason that was given, and from a post to what was done about it. */
export class Reasons1795500000000 implements MigrationInterface {
  name = 'Reasons1795500000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create index moderation_entry_moment on moderation_entry (actor_id, created_at); -- written in the transaction of its event, at the same now()
      create index moderation_entry_post on moderation_entry (post_id, id desc) where post_id is not null`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop index moderation_entry_moment, moderation_entry_post');
  }
}
