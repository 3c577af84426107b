import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What ranks are earned by besides helping, how each came about, and what staff have said instead of the rule. */
export class Ranks1795902600000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table reading_day ( -- what a member has read on a day, as far as ranks ask
        member_id bigint not null references member on delete cascade,
        day date not null,
        threads integer not null, -- never opened before
        posts integer not null, -- never read before
        minutes integer not null, -- in which they read something
        last_minute timestamptz not null,
        primary key (member_id, day)
      );
      create index reading_day_late on reading_day (last_minute);

      create table rank_change ( -- append-only
        id bigint generated always as identity primary key,
        member_id bigint not null references member on delete cascade,
        from_rank smallint not null,
        to_rank smallint not null,
        changed_by bigint references member on delete set null, -- null: by rule
        by_rule boolean not null,
        reason text check (char_length(reason) <= 500), -- of staff
        created_at timestamptz not null default now()
      );
      create index rank_change_member on rank_change (member_id, id desc);
      create index rank_change_by on rank_change (changed_by) where changed_by is not null;

      create table rank_fixed ( -- staff have said which rank it is: the rule lets it be
        member_id bigint primary key references member on delete cascade,
        rank smallint not null check (rank between 0 and 3),
        reason text not null,
        fixed_by bigint references member on delete set null,
        created_at timestamptz not null default now()
      );
      create index rank_fixed_by on rank_fixed (fixed_by) where fixed_by is not null;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table rank_fixed, rank_change, reading_day');
  }
}
