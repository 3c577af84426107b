import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a member asked and what they answered, each by itself, the newest first: also where they wrote a hundred thousand of the other. */
export class PostsOfMembers1795800000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`create index post_author_openings on post (author_id, id desc) where kind = 'opening'; create index post_author_answers on post (author_id, id desc) where kind = 'answer'`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop index post_author_openings, post_author_answers');
  }
}
