import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Knowledge articles and FAQ entries: their text, its versions, the answers they were made from, and why somebody has to look at them again. */
export class Knowledge1795901400000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(TABLES);
    await db.query(REASONS);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop trigger knowledge_of_posts on post;
      drop trigger knowledge_of_threads on thread;
      drop function knowledge_of_posts, knowledge_of_threads, knowledge_look_again;
      drop table knowledge_rating, knowledge_source, knowledge_version, knowledge_entry;
      alter table thread drop has_knowledge`);
  }
}

const TABLES = `
alter table thread add has_knowledge boolean not null default false; -- an entry was made from one of its answers: all others need not be asked

create table knowledge_entry (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('article', 'faq')),
  state text not null default 'draft' check (state in ('draft', 'published', 'needs_review', 'archived', 'rejected')),
  withdrawn boolean not null default false, -- its source was taken back: nobody reads it until somebody has looked at it
  title text not null check (char_length(title) between 1 and 200), -- of an FAQ entry the question
  slug text not null,
  source text not null, -- Markdown
  html text not null,
  renderer integer not null,
  version integer not null default 1, -- one more with each change, what waits included
  category_id bigint not null references category,
  language text not null check (language in ('de', 'en')),
  owner_id bigint references member on delete set null, -- who is told
  waiting_title text, -- an edit that is not published yet
  waiting_source text,
  waiting_by bigint references member on delete set null,
  waiting_at timestamptz,
  reasons text[] not null default '{}', -- why it needs review
  reasons_at timestamptz, -- when the first of them came up
  told_at timestamptz, -- when its owner heard of them
  rejected_reason text check (char_length(rejected_reason) between 1 and 500),
  published_at timestamptz, -- for the first time
  changed_at timestamptz, -- what everybody reads, for the last time
  review_due date,
  helpful integer not null default 0 check (helpful >= 0),
  not_helpful integer not null default 0 check (not_helpful >= 0),
  not_helpful_reviewed integer not null default 0, -- of these, those that were known at the last review
  need integer not null default 0, -- how many it has helped or would help: the order of the FAQ
  original_id bigint references knowledge_entry on delete set null, -- what it is a translation of
  merged_into bigint references knowledge_entry on delete set null,
  created_at timestamptz not null default now(),
  check ((waiting_title is null) = (waiting_source is null)),
  check (original_id <> id and merged_into <> id)
);
create index knowledge_entry_list on knowledge_entry (kind, language, category_id, need desc, id desc) where state in ('published', 'needs_review') and not withdrawn;
create index knowledge_entry_review on knowledge_entry (id) where state in ('draft', 'needs_review') or waiting_source is not null;
create index knowledge_entry_due on knowledge_entry (review_due) where state = 'published';
create index knowledge_entry_untold on knowledge_entry (id) where state = 'needs_review' and told_at is null;
create index knowledge_entry_owner on knowledge_entry (owner_id);
create index knowledge_entry_waiting_by on knowledge_entry (waiting_by);
create index knowledge_entry_original on knowledge_entry (original_id) where original_id is not null;
create index knowledge_entry_merged on knowledge_entry (merged_into) where merged_into is not null;
create index knowledge_entry_category on knowledge_entry (category_id);
create unique index knowledge_entry_translation on knowledge_entry (original_id, language) where original_id is not null;

create table knowledge_version ( -- what everybody read, and since when; the latest is what they read now
  entry_id bigint not null references knowledge_entry on delete cascade,
  number integer not null,
  title text not null,
  source text not null,
  html text not null,
  author_id bigint references member on delete set null, -- who wrote it
  published_by bigint references member on delete set null,
  published_at timestamptz not null default now(),
  primary key (entry_id, number)
);
create index knowledge_version_author on knowledge_version (author_id);
create index knowledge_version_published_by on knowledge_version (published_by);

create table knowledge_source ( -- the answers it says again
  entry_id bigint not null references knowledge_entry on delete cascade,
  post_id bigint not null references post on delete cascade,
  primary key (entry_id, post_id)
);
create index knowledge_source_post on knowledge_source (post_id);

create table knowledge_rating (
  entry_id bigint not null references knowledge_entry on delete cascade,
  member_id bigint references member on delete cascade,
  visitor text, -- a guest: their network under our key, for two days; then nobody
  who text generated always as (coalesce('m' || member_id, visitor)) stored,
  helpful boolean not null,
  created_at timestamptz not null default now(),
  unique (entry_id, who)
);
create index knowledge_rating_member on knowledge_rating (member_id);
create index knowledge_rating_visitor on knowledge_rating (created_at) where visitor is not null;
`;

// Set by the database itself, so that no way in which an answer changes can forget it: moderation, erasure, merging.
const REASONS = `
create function knowledge_look_again(entries bigint[], why text[]) returns void language sql as $$
  update knowledge_entry e set
    state = case when e.state = 'published' then 'needs_review' else e.state end,
    withdrawn = e.withdrawn or 'source_retracted' = any(c.reasons),
    reasons = array(select distinct r from unnest(e.reasons || c.reasons) r order by r),
    reasons_at = coalesce(e.reasons_at, now()),
    told_at = case when e.reasons @> c.reasons then e.told_at end
  from (select entry, array_agg(distinct reason) as reasons from unnest(entries, why) u (entry, reason) group by entry) c
  where e.id = c.entry and e.state in ('draft', 'published', 'needs_review');
$$;

create function knowledge_of_posts() returns trigger language plpgsql as $$
declare entries bigint[]; why text[];
begin
  update thread t set has_knowledge = true from new_rows n join old_rows o on o.id = n.id
  where n.thread_id <> o.thread_id and t.id = n.thread_id and not t.has_knowledge and exists (select from knowledge_source s where s.post_id = n.id);
  select array_agg(entry_id), array_agg(reason) into entries, why from (
    select s.entry_id, r.reason from new_rows n join old_rows o on o.id = n.id join thread t on t.id = n.thread_id and t.has_knowledge join knowledge_source s on s.post_id = n.id
    cross join lateral (values
      ('source_retracted', (o.state = 'visible' and n.state <> 'visible') or (o.official and not n.official and t.accepted_post_id is distinct from n.id)),
      ('source_changed', n.source <> o.source),
      ('votes_turned', n.score < 0 and o.score >= 0)) r (reason, holds)
    where r.holds
    union
    select s.entry_id, r.reason from new_rows n join old_rows o on o.id = n.id join thread t on t.id = n.thread_id and t.has_knowledge
    cross join lateral (values
      ('question_changed', n.kind = 'opening' and n.source <> o.source),
      ('better_answer', n.official and not o.official)) r (reason, holds)
    join post sp on sp.thread_id = n.thread_id and sp.id <> n.id join knowledge_source s on s.post_id = sp.id
    where r.holds) changed;
  if entries is not null then perform knowledge_look_again(entries, why); end if;
  return null;
end $$;
create trigger knowledge_of_posts after update on post referencing old table as old_rows new table as new_rows
  for each statement execute function knowledge_of_posts();

create function knowledge_of_threads() returns trigger language plpgsql as $$
declare entries bigint[]; why text[];
begin
  select array_agg(entry_id), array_agg(reason) into entries, why from (
    select s.entry_id, r.reason from new_rows n join old_rows o on o.id = n.id and n.has_knowledge
    join post p on p.thread_id = n.id join knowledge_source s on s.post_id = p.id
    cross join lateral (values
      ('source_retracted', (o.state = 'visible' and n.state in ('held', 'hidden', 'deleted')) or (o.accepted_post_id = p.id and n.accepted_post_id is null and not p.official)),
      ('better_answer', n.accepted_post_id <> p.id and n.accepted_post_id is distinct from o.accepted_post_id),
      ('question_changed', n.title <> o.title)) r (reason, holds)
    where (n.state, n.title, n.accepted_post_id) is distinct from (o.state, o.title, o.accepted_post_id) and r.holds) changed;
  if entries is not null then perform knowledge_look_again(entries, why); end if;
  return null;
end $$;
create trigger knowledge_of_threads after update on thread referencing old table as old_rows new table as new_rows
  for each statement execute function knowledge_of_threads();
`;
