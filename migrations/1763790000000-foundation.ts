import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The floor: members and sessions, categories and tags, threads and posts, votes, events, idempotency, search marks. */
export class Foundation1763790000000 implements MigrationInterface {
  name = 'Foundation1763790000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(ACCOUNTS);
    await db.query(FORUM);
    await db.query(PLUMBING);
    await db.query(SEARCH);
    await db.query(SEARCH_TRIGGERS);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table search_document, search_state, search_mark, event, idempotency, rate_limit, worker_process, import_progress,
        same_problem, vote, thread_tag, thread, post, tag, category, session, member cascade;
      drop function search_mark_thread_insert, search_mark_thread_update, search_mark_thread_delete, search_mark_post_insert,
        search_mark_post_update, search_mark_post_delete, search_mark_thread_tag_insert, search_mark_thread_tag_delete`);
  }
}

const ACCOUNTS = `
create table member (
  id bigint generated always as identity primary key,
  name text not null check (char_length(name) between 1 and 80),
  name_key text not null unique, -- the name folded (NFKC, lower case): two members never look the same
  email text check (char_length(email) <= 254), -- null: imported, not yet claimed
  password_hash text,
  role text not null default 'customer' check (role in ('customer', 'super_user', 'staff', 'admin')),
  rank smallint not null default 0 check (rank between 0 and 4),
  language text not null default 'en' check (language in ('de', 'en')),
  imported_from text,
  imported_id text,
  created_at timestamptz not null default now(),
  check ((imported_from is null) = (imported_id is null))
);
create unique index member_email_once on member (lower(email));
create unique index member_import_once on member (imported_from, imported_id);

create table session (
  token_hash bytea primary key, -- SHA-256 of the cookie's value: a stolen table opens no session
  member_id bigint not null references member on delete cascade,
  user_agent text not null default '',
  network text not null default '', -- where it was opened: its owner is known there when a stranger's guesses have used up the account's attempts
  created_at timestamptz not null default now(),
  expires_at timestamptz not null
);
create index session_member on session (member_id);
create index session_expiry on session (expires_at);
`;

const FORUM = `
create table category (
  id bigint generated always as identity primary key,
  parent_id bigint references category,
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text not null check (char_length(name) between 1 and 80),
  description text not null default '' check (char_length(description) <= 500),
  position integer not null default 0,
  thread_count integer not null default 0 check (thread_count >= 0),
  created_at timestamptz not null default now(),
  check (parent_id <> id)
);
create index category_parent on category (parent_id);

create table tag (
  id bigint generated always as identity primary key,
  name text not null unique check (char_length(name) between 1 and 40),
  thread_count integer not null default 0 check (thread_count >= 0),
  created_at timestamptz not null default now()
);
create index tag_popular on tag (thread_count desc, id desc);

create table thread (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('question', 'discussion', 'idea', 'announcement')),
  title text not null check (char_length(title) between 1 and 300),
  slug text not null,
  category_id bigint not null references category,
  author_id bigint references member on delete set null,
  author_name text, -- the name of an author who has no account here (imported, erased)
  state text not null default 'visible' check (state in ('visible', 'held', 'hidden', 'deleted')),
  language text not null check (language in ('de', 'en')),
  accepted_post_id bigint,
  has_official boolean not null default false,
  answer_count integer not null default 0 check (answer_count >= 0),
  same_problem_count integer not null default 0 check (same_problem_count >= 0),
  view_count bigint not null default 0,
  closed_at timestamptz,
  close_reason text check (close_reason in ('duplicate', 'off_topic', 'settled', 'imported')),
  duplicate_of bigint references thread,
  imported_from text,
  imported_id text,
  created_at timestamptz not null default now(),
  last_activity_at timestamptz not null default now(),
  solved boolean generated always as (accepted_post_id is not null or has_official) stored,
  check (duplicate_of <> id),
  check ((closed_at is null) = (close_reason is null)),
  check ((imported_from is null) = (imported_id is null))
);
create unique index thread_import_once on thread (imported_from, imported_id);
create index thread_by_activity on thread (last_activity_at desc, id desc) where state = 'visible';
create index thread_by_category on thread (category_id, last_activity_at desc, id desc) where state = 'visible';
create index thread_unanswered on thread (last_activity_at desc, id desc) where state = 'visible' and answer_count = 0 and kind = 'question';
create index thread_unsolved on thread (last_activity_at desc, id desc) where state = 'visible' and not solved and kind = 'question';
create index thread_solved on thread (last_activity_at desc, id desc) where state = 'visible' and solved;
create index thread_author on thread (author_id, id desc);
create index thread_duplicates on thread (duplicate_of) where duplicate_of is not null;

create table post (
  id bigint generated always as identity primary key,
  thread_id bigint not null references thread on delete cascade,
  kind text not null check (kind in ('opening', 'answer', 'comment')),
  parent_id bigint, -- of a comment: the opening or the answer it stands under
  author_id bigint references member on delete set null,
  author_name text,
  source text not null check (octet_length(source) <= 200000),
  html text not null,
  renderer smallint not null, -- version of the renderer that made the html: a newer one renders again
  state text not null default 'visible' check (state in ('visible', 'held', 'hidden', 'deleted')),
  imported_up integer not null default 0 check (imported_up >= 0),
  imported_down integer not null default 0 check (imported_down >= 0),
  up_count integer not null default 0 check (up_count >= 0),
  down_count integer not null default 0 check (down_count >= 0),
  score integer generated always as (imported_up - imported_down + up_count - down_count) stored,
  comment_count integer not null default 0 check (comment_count >= 0),
  official boolean generated always as (official_at is not null) stored,
  official_by bigint references member on delete set null,
  official_at timestamptz,
  imported_from text,
  imported_id text,
  created_at timestamptz not null default now(),
  edited_at timestamptz,
  unique (id, thread_id),
  foreign key (parent_id, thread_id) references post (id, thread_id) on delete cascade,
  check ((parent_id is not null) = (kind = 'comment')),
  check (official_at is null or kind = 'answer'),
  check ((imported_from is null) = (imported_id is null))
);
create unique index post_opening_once on post (thread_id) where kind = 'opening';
create unique index post_import_once on post (imported_from, imported_id);
-- not partial on the state: those who see what is hidden read by them, too
create index post_answers on post (thread_id, official desc, score desc, (-id) desc) where kind = 'answer';
create index post_comments on post (parent_id, id) where parent_id is not null;
create index post_author on post (author_id, id desc);
create index post_thread on post (thread_id);
create index post_official_by on post (official_by) where official_by is not null;

-- at most one accepted answer, and one of this very thread: the pointer can name no other
alter table thread add foreign key (accepted_post_id, id) references post (id, thread_id) deferrable initially deferred;

create table thread_tag (
  thread_id bigint not null references thread on delete cascade,
  tag_id bigint not null references tag on delete cascade,
  primary key (thread_id, tag_id)
);
create index thread_tag_by_tag on thread_tag (tag_id, thread_id desc);

create table vote (
  post_id bigint not null references post on delete cascade,
  member_id bigint not null references member on delete cascade,
  value smallint not null check (value in (-1, 1)),
  created_at timestamptz not null default now(),
  primary key (post_id, member_id) -- one vote a person and post, whatever races
);
create index vote_by_member on vote (member_id, created_at);

create table same_problem (
  thread_id bigint not null references thread on delete cascade,
  member_id bigint not null references member on delete cascade,
  created_at timestamptz not null default now(),
  primary key (thread_id, member_id)
);
create index same_problem_by_member on same_problem (member_id);
`;

const PLUMBING = `
create table event (
  id bigint generated always as identity primary key,
  kind text not null,
  actor_id bigint references member on delete set null,
  subject jsonb not null, -- ids only: a listener reads the rows again
  created_at timestamptz not null default now()
);
create index event_actor on event (actor_id);

create table idempotency (
  member_id bigint not null references member on delete cascade,
  key text not null check (char_length(key) between 1 and 100),
  input_hash bytea not null,
  reply jsonb, -- null only while the first call's transaction is open
  created_at timestamptz not null default now(),
  primary key (member_id, key)
);
create index idempotency_age on idempotency (created_at);

create table rate_limit ( -- the shape that rate-limiter-flexible expects
  key varchar(255) primary key,
  points integer not null default 0,
  expire bigint
);
create index rate_limit_expiry on rate_limit (expire);

create table worker_process ( -- the lifelines of worker processes: whose lock can be taken is dead
  lock_key integer primary key,
  worker_ids text[] not null
);

create table import_progress (
  source text not null,
  step text not null,
  done_rows bigint not null default 0,
  finished_at timestamptz,
  primary key (source, step)
);
`;

const SEARCH = `
create table search_mark ( -- append-only: a thread whose document is out of date; deleted by the ids that were seen
  id bigint generated always as identity primary key,
  thread_id bigint not null,
  counted boolean not null default false, -- search_document has it, only Meilisearch does not: it was away
  created_at timestamptz not null default now()
);
create index search_mark_fresh on search_mark (id) where not counted;
create index search_mark_missed on search_mark (id) where counted;

create table search_state (
  name text primary key,
  value jsonb not null,
  changed_at timestamptz not null default now()
);

create table search_document ( -- what ranking counts, and the index of the fallback
  thread_id bigint primary key references thread on delete cascade,
  terms tsvector not null, -- every stem of the thread, without positions
  counts jsonb not null, -- stem -> how often title, body and answers say it, as title * 10^6 + body * 10^3 + answers: ranking reads
                         -- ten stems of 200 threads in 13 ms so, where unnesting positions took 170 (measured)
  title_length integer not null,
  body_length integer not null,
  answer_length integer not null
);
create index search_document_terms on search_document using gin (terms);
`;

// Statement-level with transition tables: one insert a statement, however many rows an import writes.
// PostgreSQL refuses transition tables on triggers with column lists or several events, hence one function for each.
const SEARCH_TRIGGERS = `
create function search_mark_thread_insert() returns trigger language plpgsql as $$ begin
  insert into search_mark (thread_id) select id from new_rows; return null; end $$;
create trigger search_mark_insert after insert on thread referencing new table as new_rows
  for each statement execute function search_mark_thread_insert();

create function search_mark_thread_update() returns trigger language plpgsql as $$ begin
  insert into search_mark (thread_id)
  select n.id from new_rows n join old_rows o on o.id = n.id
  where (n.title, n.category_id, n.state, n.language, n.kind, n.accepted_post_id, n.has_official, n.answer_count, n.closed_at, n.duplicate_of)
     is distinct from (o.title, o.category_id, o.state, o.language, o.kind, o.accepted_post_id, o.has_official, o.answer_count, o.closed_at, o.duplicate_of);
  return null; end $$;
create trigger search_mark_update after update on thread referencing old table as old_rows new table as new_rows
  for each statement execute function search_mark_thread_update();

create function search_mark_thread_delete() returns trigger language plpgsql as $$ begin
  insert into search_mark (thread_id) select id from old_rows; return null; end $$;
create trigger search_mark_delete after delete on thread referencing old table as old_rows
  for each statement execute function search_mark_thread_delete();

create function search_mark_post_insert() returns trigger language plpgsql as $$ begin
  insert into search_mark (thread_id) select distinct thread_id from new_rows where kind <> 'comment'; return null; end $$;
create trigger search_mark_insert after insert on post referencing new table as new_rows
  for each statement execute function search_mark_post_insert();

create function search_mark_post_update() returns trigger language plpgsql as $$ begin
  insert into search_mark (thread_id)
  select distinct t.id from new_rows n join old_rows o on o.id = n.id cross join lateral (values (n.thread_id), (o.thread_id)) t (id)
  where n.kind <> 'comment'
    and (n.source, n.state, n.official_at, n.thread_id, n.kind) is distinct from (o.source, o.state, o.official_at, o.thread_id, o.kind);
  return null; end $$;
create trigger search_mark_update after update on post referencing old table as old_rows new table as new_rows
  for each statement execute function search_mark_post_update();

create function search_mark_post_delete() returns trigger language plpgsql as $$ begin
  insert into search_mark (thread_id) select distinct thread_id from old_rows where kind <> 'comment'; return null; end $$;
create trigger search_mark_delete after delete on post referencing old table as old_rows
  for each statement execute function search_mark_post_delete();

create function search_mark_thread_tag_insert() returns trigger language plpgsql as $$ begin
  insert into search_mark (thread_id) select distinct thread_id from new_rows; return null; end $$;
create trigger search_mark_insert after insert on thread_tag referencing new table as new_rows
  for each statement execute function search_mark_thread_tag_insert();

create function search_mark_thread_tag_delete() returns trigger language plpgsql as $$ begin
  insert into search_mark (thread_id) select distinct thread_id from old_rows; return null; end $$;
create trigger search_mark_delete after delete on thread_tag referencing old table as old_rows
  for each statement execute function search_mark_thread_tag_delete();
`;
