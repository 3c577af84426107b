import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people miss in other words is one gap: searches, and questions that nobody has answered well. */
export class GapGroups1795901900000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create sequence gap_group;
      create table gap_search ( -- which gap a wording belongs to (search_gap.stems); one that stands nowhere is a gap of its own
        stems text primary key,
        group_id bigint not null
      );
      create index gap_search_group on gap_search (group_id);
      create table gap_question ( -- questions without a good answer that more than one person asks
        thread_id bigint primary key references thread on delete cascade,
        group_id bigint not null,
        settled_people integer -- so many had it when staff said that nothing is missed here; null: nobody did
      );
      create index gap_question_group on gap_question (group_id);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table gap_question, gap_search; drop sequence gap_group');
  }
}
