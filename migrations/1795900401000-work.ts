import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What waits for helpers: who is on which question, and what of a category is unanswered without looking at the rest of it. */
export class Work1795900401000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(UP);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop index service_notice_expected, thread_unanswered_in_category; drop table question_claim');
  }
}

const UP = `
create table question_claim ( -- who is on a question: one at a time, for as long as the program says
  thread_id bigint primary key references thread on delete cascade,
  member_id bigint not null references member on delete cascade,
  claimed_at timestamptz not null default now()
);
create index question_claim_member on question_claim (member_id, claimed_at desc, thread_id desc);
create index thread_unanswered_in_category on thread (category_id, last_activity_at desc, id desc) where state = 'visible' and answer_count = 0 and kind = 'question' and closed_at is null;
create index service_notice_expected on service_notice (expected_end_at, thread_id) where ended_at is null;
`;
