import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people searched for and the community has no good answer to. */
export class SearchGap1795901300000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table search_gap ( -- one a day and question; questions are the same whose stems are
        id bigint generated always as identity primary key,
        stems text not null, -- in the order of the alphabet, a blank between them
        day date not null default current_date,
        words text not null, -- as it was asked last, without what looks private
        language text check (language in ('de', 'en')), -- null: not known
        searches integer not null check (searches > 0),
        nearest_thread_id bigint references thread on delete set null, -- what was found first all the same
        closed boolean not null default false, -- staff need it no more
        last_at timestamptz not null default now(),
        unique (stems, day)
      );
      create index search_gap_day on search_gap (day);
      create index search_gap_nearest on search_gap (nearest_thread_id) where nearest_thread_id is not null;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table search_gap');
  }
}
