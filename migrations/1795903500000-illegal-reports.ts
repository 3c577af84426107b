import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What anybody says breaks the law, account or none: by its receipt they see what became of it. */
export class IllegalReports1795903500000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`alter table flag add receipt text unique check (receipt ~ '^[A-Za-z0-9_-]{22}$'), add check (receipt is null or (member_id is null and reason = 'illegal'))`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('delete from flag where receipt is not null; alter table flag drop receipt');
  }
}
