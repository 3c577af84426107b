import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who was invited to be a super user, and for how long they are. */
export class SuperUsers1795903200000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table super_user_term (
        id bigint generated always as identity primary key,
        member_id bigint not null references member on delete cascade,
        state text not null default 'invited' check (state in ('invited', 'declined', 'withdrawn', 'serving', 'ended')),
        message text not null default '' check (char_length(message) <= 500),
        invited_by bigint references member on delete set null,
        invited_at timestamptz not null default now(),
        answered_at timestamptz,
        until timestamptz, -- of who serves: then staff are asked
        asked_at timestamptz, -- when they were
        ended_at timestamptz,
        ended_by bigint references member on delete set null,
        end_reason text not null default '' check (char_length(end_reason) <= 250),
        check ((until is not null) = (state in ('serving', 'ended')))
      );
      create unique index super_user_term_current on super_user_term (member_id) where state in ('invited', 'serving');
      create index super_user_term_member on super_user_term (member_id, id desc);
      create index super_user_term_until on super_user_term (until) where state = 'serving';
      create index super_user_term_invited on super_user_term (invited_by) where invited_by is not null;
      create index super_user_term_ended on super_user_term (ended_by) where ended_by is not null;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table super_user_term');
  }
}
