import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether a member has written in a thread since a post of it: asked for each mention of them, in threads of any length. */
export class OwnPosts1795900900000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`create index post_own on post (author_id, thread_id, id) where state = 'visible'`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop index post_own');
  }
}
