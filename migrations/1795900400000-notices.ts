import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Service notices, whole: what it is, whom it concerns, how far it has come, and who says afterwards that it works again. */
export class Notices1795900400000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(UP);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table notice_word, notice_update, notice_category;
      alter table service_notice drop kind, drop state, drop regions, drop works_count, drop broken_count`);
  }
}

const UP = `
alter table service_notice
  add kind text not null default 'outage' check (kind in ('outage', 'maintenance', 'recall', 'known_fault')),
  add state text not null default 'looking' check (state in ('looking', 'found', 'repairing')), -- how far it has come while it lasts; whether it is over says ended_at alone
  add regions text[] not null default '{}' check (cardinality(regions) <= 20), -- empty: everywhere
  add works_count integer not null default 0, -- of notice_word
  add broken_count integer not null default 0;

create table notice_category ( -- what it concerns besides the category it stands in
  thread_id bigint not null references service_notice on delete cascade,
  category_id bigint not null references category on delete cascade,
  primary key (thread_id, category_id)
);
create index notice_category_category on notice_category (category_id);

create table notice_update ( -- what was said of it, in the order it was said
  id bigint generated always as identity primary key,
  thread_id bigint not null references service_notice on delete cascade,
  state text not null check (state in ('looking', 'found', 'repairing', 'over')),
  body text check (char_length(body) between 1 and 500), -- null where nothing was said besides: as it began, as it ended
  expected_end_at timestamptz,
  author_id bigint references member on delete set null,
  created_at timestamptz not null default now()
);
create index notice_update_latest on notice_update (thread_id, id desc);
create index notice_update_author on notice_update (author_id);
insert into notice_update (thread_id, state, expected_end_at, created_at) select thread_id, 'looking', expected_end_at, created_at from service_notice order by thread_id;
insert into notice_update (thread_id, state, created_at) select thread_id, 'over', ended_at from service_notice where ended_at is not null order by thread_id;

create table notice_word ( -- whether it works again for somebody, once it is said to be over
  thread_id bigint not null references service_notice on delete cascade,
  member_id bigint not null references member on delete cascade,
  works boolean not null,
  created_at timestamptz not null default now(),
  primary key (thread_id, member_id)
);
create index notice_word_member on notice_word (member_id);
`;
