import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whom to tell and what to come back to: subscriptions, bookmarks, read states; and threads that became part of another. */
export class FollowingMerging1763800200000 implements MigrationInterface {
  name = 'FollowingMerging1763800200000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(UP);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(DOWN);
  }
}

const UP = `
create table subscription (
  member_id bigint not null references member on delete cascade,
  kind text not null check (kind in ('thread', 'category', 'tag', 'member')),
  target_id bigint not null, -- a key of the table that kind names; lists join that table, so that one whose row went shows nothing
  following boolean not null, -- false: the member left it by hand, and writing there does not bring them back
  created_at timestamptz not null default now(),
  primary key (member_id, kind, target_id),
  check (kind <> 'member' or target_id <> member_id)
);
create index subscription_followers on subscription (kind, target_id, member_id);
create index subscription_of_member on subscription (member_id, kind, following, created_at desc, target_id desc);

create table bookmark (
  member_id bigint not null references member on delete cascade,
  post_id bigint not null references post on delete cascade,
  created_at timestamptz not null default now(),
  primary key (member_id, post_id)
);
create index bookmark_latest on bookmark (member_id, created_at desc, post_id desc);
create index bookmark_post on bookmark (post_id);

create table read_state (
  member_id bigint not null references member on delete cascade,
  thread_id bigint not null references thread on delete cascade,
  last_post_id bigint not null, -- what was written later is unread; no foreign key: a post that goes leaves the place
  read_at timestamptz not null default now(),
  primary key (member_id, thread_id)
);
create index read_state_thread on read_state (thread_id);

-- what is new in a thread is counted from a place in it
create index post_in_thread on post (thread_id, id);
drop index post_thread; -- the same, and less

-- a thread that became part of another stays as a signpost, never to a signpost: merging moves those that point at it along
alter table thread add merged_into bigint references thread;
alter table thread drop constraint thread_state_check;
alter table thread add constraint thread_state_check check (state in ('visible', 'held', 'hidden', 'deleted', 'merged'));
alter table thread add constraint thread_merged check ((state = 'merged') = (merged_into is not null) and merged_into <> id);
create index thread_merged_into on thread (merged_into) where merged_into is not null;

alter table post add opened_as text; -- of a comment that was once the opening of a thread: that thread's title
`;

const DOWN = `
alter table post drop opened_as;
drop index thread_merged_into;
alter table thread drop constraint thread_merged;
update thread set state = 'deleted', merged_into = null where state = 'merged';
alter table thread drop constraint thread_state_check;
alter table thread add constraint thread_state_check check (state in ('visible', 'held', 'hidden', 'deleted'));
alter table thread drop merged_into;
create index post_thread on post (thread_id);
drop index post_in_thread;
drop table read_state, bookmark, subscription;
`;
