import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A thread that became part of another knows which post was its opening: its old address leads there. */
export class Signposts1795400000000 implements MigrationInterface {
  name = 'Signposts1795400000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(UP);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('alter table thread drop column merged_opening_id');
  }
}

const UP = `
alter table thread add merged_opening_id bigint references post on delete set null;
create index thread_merged_opening on thread (merged_opening_id) where merged_opening_id is not null;

-- those merged so far: the comment that bears the old title, by the same author, written at the same time
update thread t set merged_opening_id = (
  select p.id from post p where p.thread_id = t.merged_into and p.kind = 'comment' and p.opened_as = t.title and p.author_id is not distinct from t.author_id
  order by abs(extract(epoch from p.created_at - t.created_at)), p.id limit 1)
where t.merged_into is not null;

alter table thread add constraint thread_merged_opening_of_merged check (merged_opening_id is null or merged_into is not null);
`;
