import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What members have earned by helping: a ledger that is only ever added to, and its sums. */
export class Reputation1795902400000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(TABLES);
    await db.query(SUMS);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table reputation_entry, reputation_total, reputation_state;
      drop function reputation_booked, reputation_unbooked, reputation_is_final`);
  }
}

const TABLES = `
create table reputation_entry ( -- append-only: a point is taken back by an entry of its own
  id bigint generated always as identity primary key,
  member_id bigint not null references member on delete cascade,
  rule text not null,
  points integer not null check (points <> 0),
  post_id bigint references post on delete cascade, -- for what: an answer, or a comment that welcomed somebody
  entry_id bigint references knowledge_entry on delete cascade, -- or an article
  giver_id bigint references member on delete set null, -- whose vote or word it comes from; nobody is shown it
  event_id bigint, -- what was heard when it was booked; null: everything was counted anew
  day date not null, -- whose cap it counts to: the day of the vote, not of the booking
  created_at timestamptz not null default now(),
  check (num_nonnulls(post_id, entry_id) = (rule <> 'dailyCap')::int)
);
-- an event books once, whoever hears it how often; two indexes, for givers may go, and then are nobody: no two of them may be taken for one
create unique index reputation_entry_given_once on reputation_entry (event_id, rule, member_id, coalesce(post_id, 0), coalesce(entry_id, 0), giver_id, day) where event_id is not null and giver_id is not null;
create unique index reputation_entry_once on reputation_entry (event_id, rule, member_id, coalesce(post_id, 0), day) where event_id is not null and rule in ('accepted', 'askerAccepted', 'official', 'votedBefore', 'dailyCap');
create index reputation_entry_member on reputation_entry (member_id, id desc);
create index reputation_entry_day on reputation_entry (member_id, day);
create index reputation_entry_post on reputation_entry (post_id);
create index reputation_entry_entry on reputation_entry (entry_id) where entry_id is not null;
create index reputation_entry_giver on reputation_entry (giver_id) where giver_id is not null;

create table reputation_total (
  member_id bigint primary key references member on delete cascade,
  points integer not null
);

create table reputation_state ( -- one row: how far counting everything anew has come, and by which rules
  one boolean primary key default true check (one),
  rules jsonb not null, -- those in force
  upto bigint not null default 0, -- the key of the last post that was counted anew
  started_at timestamptz not null default now(),
  done_at timestamptz
);`;

// The sums move with the entries, whoever writes them; an entry is never changed, and goes only with what it belongs to.
const SUMS = `
create function reputation_booked() returns trigger language plpgsql as $$ begin
  insert into reputation_total (member_id, points) select member_id, sum(points) from new_rows group by member_id order by member_id
  on conflict (member_id) do update set points = reputation_total.points + excluded.points;
  return null; end $$;
create trigger reputation_booked after insert on reputation_entry referencing new table as new_rows for each statement execute function reputation_booked();

create function reputation_unbooked() returns trigger language plpgsql as $$ begin
  update reputation_total t set points = t.points - gone.points from (select member_id, sum(points) as points from old_rows group by member_id) gone where t.member_id = gone.member_id;
  return null; end $$;
create trigger reputation_unbooked after delete on reputation_entry referencing old table as old_rows for each statement execute function reputation_unbooked();

create function reputation_is_final() returns trigger language plpgsql as $$ begin
  if (new.id, new.member_id, new.rule, new.points, new.post_id, new.entry_id, new.event_id, new.day, new.created_at) is distinct from (old.id, old.member_id, old.rule, old.points, old.post_id, old.entry_id, old.event_id, old.day, old.created_at)
    then raise exception 'the ledger is only added to'; end if;
  return new; end $$;
create trigger reputation_is_final before update on reputation_entry for each row execute function reputation_is_final();`;
