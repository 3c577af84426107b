import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Hidden posts that their authors have changed are looked at again; why something was decided is kept with it. */
export class Mended1795902800000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table review_item add mended_at timestamptz, -- its author changed it while it was hidden
        add reason text check (reason in ('spam', 'offensive', 'troll', 'private_data', 'off_topic', 'illegal', 'wrong')); -- why it was decided so`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('alter table review_item drop mended_at, drop reason');
  }
}
