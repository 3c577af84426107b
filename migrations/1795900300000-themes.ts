import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How pages look to a member: as their device has it, or always light, or always dark. */
export class Themes1795900300000 implements MigrationInterface {
  name = 'Themes1795900300000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`alter table member add theme text not null default 'device' check (theme in ('device', 'light', 'dark'))`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('alter table member drop column theme');
  }
}
