import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Discussions and announcements: lists by kind, replies by age, service notices. */
export class Talk1763800300000 implements MigrationInterface {
  name = 'Talk1763800300000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(KINDS);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table service_notice;
      drop index thread_by_kind, post_replies`);
  }
}

const KINDS = `
create index thread_by_kind on thread (kind, last_activity_at desc, id desc) where state = 'visible' and kind <> 'question'; -- few beside the questions
create index post_replies on post (thread_id, id) where kind = 'answer'; -- outside of questions: the oldest first

create table service_notice ( -- an announcement that tells of an outage or a recall
  thread_id bigint primary key references thread on delete cascade,
  affected text not null check (char_length(affected) between 1 and 200), -- products, region: in words
  expected_end_at timestamptz,
  ended_at timestamptz, -- null: ongoing
  created_at timestamptz not null default now()
);
create index service_notice_ongoing on service_notice (thread_id desc) where ended_at is null;
`;
