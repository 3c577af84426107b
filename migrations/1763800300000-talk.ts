import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Discussions and announcements: lists by kind, replies by age, service notices; fields of categories; mentions; drafts. */
export class Talk1763800300000 implements MigrationInterface {
  name = 'Talk1763800300000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(KINDS);
    await db.query(FIELDS);
    await db.query(WRITING);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table draft, mention, thread_field, category_field, service_notice;
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

const FIELDS = `
create table category_field ( -- what is asked of those who open a thread in the category or below it
  id bigint generated always as identity primary key,
  category_id bigint not null references category on delete cascade,
  key text not null check (key ~ '^[a-z][a-z0-9-]{0,29}$'),
  label_de text not null check (char_length(label_de) between 1 and 60),
  label_en text not null check (char_length(label_en) between 1 and 60),
  choices text[] check (cardinality(choices) between 2 and 50), -- null: anything can be written
  required boolean not null default false,
  position integer not null default 0,
  removed_at timestamptz, -- asked for no more; what threads hold stays
  created_at timestamptz not null default now()
);
create unique index category_field_key_once on category_field (category_id, key) where removed_at is null;

create table thread_field (
  thread_id bigint not null references thread on delete cascade,
  field_id bigint not null references category_field on delete cascade,
  value text not null check (char_length(value) between 1 and 120),
  primary key (thread_id, field_id)
);
create index thread_field_by_value on thread_field (field_id, lower(value), thread_id desc);
`;

const WRITING = `
create table mention ( -- who is named in a post, as its html links them
  post_id bigint not null references post on delete cascade,
  member_id bigint not null references member on delete cascade,
  created_at timestamptz not null default now(),
  primary key (post_id, member_id)
);
create index mention_by_member on mention (member_id, post_id desc);

create table draft (
  member_id bigint not null references member on delete cascade,
  place text not null check (char_length(place) <= 40), -- ask, answer:thr_1, comment:pst_1, edit:pst_1
  fields jsonb not null check (octet_length(fields::text) <= 400000),
  updated_at timestamptz not null default now(),
  primary key (member_id, place)
);
create index draft_age on draft (updated_at);
`;
