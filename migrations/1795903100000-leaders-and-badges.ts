import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who has helped most, counted from time to time; what somebody has earned for good. */
export class LeadersAndBadges1795903100000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table member add unlisted boolean not null default false; -- among those who help most

      create table leader ( -- made anew by a job
        period text not null check (period in ('week', 'month', 'all')),
        category_id bigint references category on delete cascade, -- null: all together
        place integer not null,
        member_id bigint not null references member on delete cascade,
        points integer not null,
        unique nulls not distinct (period, category_id, member_id)
      );
      create index leader_member on leader (member_id);
      create index leader_place on leader (period, category_id, place);

      create table member_badge (
        member_id bigint not null references member on delete cascade,
        badge text not null check (char_length(badge) between 1 and 40),
        awarded_at timestamptz not null default now(),
        primary key (member_id, badge)
      );

      create table badge_state ( -- how far the ledger was looked at
        only_one boolean primary key default true check (only_one),
        upto bigint not null default 0
      );
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table badge_state, member_badge, leader; alter table member drop unlisted');
  }
}
