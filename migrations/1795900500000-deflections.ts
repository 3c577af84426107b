import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who was about to ask, opened what was suggested, and whether it helped. */
export class Deflections1795900500000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(UP);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop trigger thread_merged_deflections on thread;
      drop function merge_deflections;
      drop table deflection_secret, deflection;
      alter table thread drop solved_for`);
  }
}

const UP = `
alter table thread add solved_for integer not null default 0 check (solved_for >= 0); -- of deflection: the confirmed ones

create table deflection (
  id bigint generated always as identity primary key,
  thread_id bigint not null references thread on delete cascade, -- what was opened
  post_id bigint references post on delete set null, -- the answer that helped: the accepted one, else an official one
  member_id bigint references member on delete cascade,
  visitor text, -- a guest: their network under our key, for two days; then nobody
  who text generated always as (coalesce('m' || member_id, visitor)) stored,
  day date not null, -- that it began on: within a day one person has one for each thread
  outcome text not null check (outcome in ('likely', 'failed', 'confirmed')),
  asked text check (char_length(asked) between 1 and 200), -- the words that led there, without private data
  created_at timestamptz not null default now(),
  told_at timestamptz, -- when the author of the post was told
  unique (thread_id, who, day)
);
create index deflection_created on deflection (created_at);
create index deflection_thread on deflection (thread_id, id desc);
create index deflection_member on deflection (member_id, thread_id);
create index deflection_untold on deflection (post_id) where outcome = 'confirmed' and told_at is null;
create index deflection_told on deflection (post_id, told_at desc) where told_at is not null;
create index deflection_visitor on deflection (created_at) where visitor is not null;

create table deflection_secret ( -- what networks are kept under
  sole boolean primary key default true check (sole),
  secret bytea not null
);
insert into deflection_secret (secret) values (sha256((gen_random_uuid()::text || gen_random_uuid()::text)::bytea));

-- What helped in either of two threads that become one has helped in that one: the forum, which merges, knows nothing of it.
create function merge_deflections() returns trigger language plpgsql as $$
begin
  delete from deflection d using deflection other
  where d.thread_id = new.id and other.thread_id = new.merged_into and other.who = d.who and other.day = d.day
    and array_position(array['likely', 'failed', 'confirmed'], d.outcome) <= array_position(array['likely', 'failed', 'confirmed'], other.outcome);
  delete from deflection other using deflection d
  where d.thread_id = new.id and other.thread_id = new.merged_into and other.who = d.who and other.day = d.day;
  update deflection set thread_id = new.merged_into where thread_id = new.id;
  update thread set solved_for = (select count(*) from deflection where thread_id = thread.id and outcome = 'confirmed') where id in (new.id, new.merged_into);
  return null;
end $$;
create trigger thread_merged_deflections after update of merged_into on thread for each row
  when (new.merged_into is not null and old.merged_into is distinct from new.merged_into) execute function merge_deflections();
`;
