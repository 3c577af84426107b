import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which articles and FAQ entries say something alike: for whoever reads one, and wants to know more. */
export class RelatedEntries1795902100000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table knowledge_related (
        entry_id bigint not null references knowledge_entry on delete cascade,
        related_id bigint not null references knowledge_entry on delete cascade,
        likeness real not null,
        primary key (entry_id, related_id)
      );
      create index knowledge_related_other on knowledge_related (related_id);
      create table knowledge_relating ( -- when they were compared last
        sole boolean primary key default true check (sole),
        at timestamptz not null
      );
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table knowledge_relating, knowledge_related');
  }
}
