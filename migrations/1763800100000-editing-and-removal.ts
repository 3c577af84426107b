import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was there before: revisions, removal that can be undone, who closed a thread, "also solved it", and the log of moderation. */
export class EditingAndRemoval1763800100000 implements MigrationInterface {
  name = 'EditingAndRemoval1763800100000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(EDITING);
    await db.query(REMOVAL);
    await db.query(ALSO_SOLVED);
    await db.query(MODERATION);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table moderation_entry, also_solved, revision;
      drop function moderation_entry_stays;
      alter table post drop column version, drop column deleted_at, drop column deleted_by, drop column deleted_from, drop column lost_acceptance, drop column also_solved_count;
      alter table thread drop column deleted_by, drop column closed_by`);
  }
}

const EDITING = `
alter table post add version integer not null default 0; -- counts every change, silent ones too: what an editor says to have seen

create table revision ( -- a post as it was before an edit
  post_id bigint not null references post on delete cascade,
  number integer not null check (number > 0),
  editor_id bigint references member on delete set null,
  source text not null,
  title text, -- of an opening: the thread's, with its tags
  tags text[],
  reason text check (char_length(reason) <= 300),
  created_at timestamptz not null default now(),
  primary key (post_id, number),
  check ((title is null) = (tags is null))
);
create index revision_editor on revision (editor_id, created_at);
`;

const REMOVAL = `
alter table post
  add deleted_at timestamptz,
  add deleted_by bigint references member on delete set null,
  add deleted_from text check (deleted_from in ('visible', 'held', 'hidden')), -- what restoring leads back to: deleting is no way out of a review
  add lost_acceptance boolean not null default false, -- it was the accepted answer when it went out of sight, and is again when it comes back
  add check ((state = 'deleted') = (deleted_at is not null)),
  add check ((deleted_at is null) = (deleted_from is null));
create index post_deleted_by on post (deleted_by) where deleted_by is not null;

alter table thread
  add deleted_by bigint references member on delete set null, -- the same as its opening's, so that reading it needs no join
  add closed_by bigint references member on delete set null;
create index thread_deleted_by on thread (deleted_by) where deleted_by is not null;
create index thread_closed_by on thread (closed_by) where closed_by is not null;
`;

const ALSO_SOLVED = `
alter table post add also_solved_count integer not null default 0 check (also_solved_count >= 0);

create table also_solved (
  post_id bigint not null references post on delete cascade,
  member_id bigint not null references member on delete cascade,
  created_at timestamptz not null default now(),
  primary key (post_id, member_id)
);
create index also_solved_by_member on also_solved (member_id, created_at);
`;

// No foreign keys: the log outlives what it tells of, and a deleted row would have to change it.
const MODERATION = `
create table moderation_entry (
  id bigint generated always as identity primary key,
  actor_id bigint not null,
  act text not null check (char_length(act) between 1 and 40),
  thread_id bigint,
  post_id bigint,
  member_id bigint, -- whom it concerns
  reason text check (char_length(reason) <= 300),
  details jsonb not null default '{}',
  created_at timestamptz not null default now()
);
create index moderation_entry_thread on moderation_entry (thread_id, id desc) where thread_id is not null;
create index moderation_entry_member on moderation_entry (member_id, id desc) where member_id is not null;
create index moderation_entry_actor on moderation_entry (actor_id, id desc);

create function moderation_entry_stays() returns trigger language plpgsql as $$ begin
  raise exception 'moderation_entry is append-only: an act is corrected by another act'; end $$;
create trigger moderation_entry_stays before update or delete or truncate on moderation_entry
  for each statement execute function moderation_entry_stays();
`;
