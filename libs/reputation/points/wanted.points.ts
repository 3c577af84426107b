import type { BookedBy } from './point.rules.js';

/** Whose posts earn: answers, and comments where they welcome somebody. `$1`: the posts' keys, `$2`: the rules in force. */
const POSTS = `
  select p.id, p.kind, p.author_id, p.thread_id, p.imported_up, p.imported_down, p.official_at, p.official_by, p.created_at, t.accepted_post_id = p.id as accepted, t.accepted_at, t.author_id as asker, t.imported_from as brought
  from post p join thread t on t.id = p.thread_id where p.id = any($1) and p.state = 'visible' and not p.is_note and p.kind <> 'opening'`;

const points = (rule: string) => `($2::jsonb ->> '${rule}')::int`;

/**
 * What the rows say a member has earned by each post, as they stand at this moment: one rule, one statement part with the columns
 * member, rule, post, giver, points, day. `giver`: whose vote or word it is. Nobody earns by their own.
 */
const WANTED: Partial<Record<BookedBy, string>> = {
  upVoted: `select p.author_id, 'upVoted', p.id, v.member_id, ${points('upVoted')}, v.created_at from p join vote v on v.post_id = p.id and v.value = 1 where p.kind = 'answer' and p.author_id <> v.member_id`,
  downVoted: `select p.author_id, 'downVoted', p.id, v.member_id, ${points('downVoted')}, v.created_at from p join vote v on v.post_id = p.id and v.value = -1 where p.kind = 'answer' and p.author_id <> v.member_id`,
  votedBefore: `select p.author_id, 'votedBefore', p.id, null, p.imported_up * ${points('upVoted')} + p.imported_down * ${points('downVoted')}, p.created_at from p where p.kind = 'answer' and p.author_id is not null`,
  accepted: `select p.author_id, 'accepted', p.id, null, ${points('accepted')}, coalesce(p.accepted_at, p.created_at) from p where p.kind = 'answer' and p.accepted and p.author_id is not null and p.author_id is distinct from p.asker`,
  askerAccepted: `select p.asker, 'askerAccepted', p.id, null, ${points('askerAccepted')}, coalesce(p.accepted_at, p.created_at) from p where p.kind = 'answer' and p.accepted and p.asker is not null and p.author_id is distinct from p.asker`,
  official: `select p.author_id, 'official', p.id, null, ${points('official')}, p.official_at from p where p.official_at is not null and p.author_id is distinct from p.official_by and p.author_id is not null`,
  helped: `select p.author_id, 'helped', p.id, d.member_id, ${points('helped')}, min(d.created_at) from p join deflection d on d.post_id = p.id and d.outcome = 'confirmed' where p.author_id <> d.member_id group by p.author_id, p.id, d.member_id`,
  // the first reply by anybody else to the first thread of somebody who came later than they did
  welcomed: `select p.author_id, 'welcomed', p.id, p.asker, ${points('welcomed')}, p.created_at from p
    where p.brought is null and p.author_id < p.asker and p.thread_id = (select min(first.id) from thread first where first.author_id = p.asker)
      and p.id = (select min(reply.id) from post reply where reply.thread_id = p.thread_id and reply.kind <> 'opening' and reply.state = 'visible' and not reply.is_note and reply.author_id <> p.asker)`,
};

/** Of somebody who has gone, who gave them: points for these stay, for nobody takes them back. Votes become part of the count (votedBefore). */
const STAY: readonly BookedBy[] = ['helped', 'articleUsed', 'welcomed'];

export const OF_POSTS = Object.keys(WANTED) as BookedBy[];

/** The same for articles that somebody wrote who does not only say an answer again: `$1` entries, `$2` rules in force. */
const ARTICLES = `
  select (select v.author_id from knowledge_version v where v.entry_id = e.id order by v.number limit 1) as author_id, e.id from knowledge_entry e
  where e.id = any($1) and e.state in ('published', 'needs_review') and not e.withdrawn and not exists (select from knowledge_source s where s.entry_id = e.id)`;

/**
 * Books the difference between what the rows say and what is booked already: however often, late or out of order it is run, the ledger
 * comes to the same. `$1` posts, `$2` rules in force, `$3` the rules to look at, `$4` only what this giver gave, or null, `$5` the event.
 * Answers with the members and days it changed.
 */
export const BOOK_POSTS = booking('post_id', `with p as (${POSTS}),
  wanted (member, rule, source, giver, points, at) as (${Object.values(WANTED).map((part) => `(${part})`).join(' union all ')})`);

export const BOOK_ARTICLES = booking('entry_id', `with e as (${ARTICLES}),
  wanted (member, rule, source, giver, points, at) as (
    select e.author_id, 'articleUsed', e.id, r.member_id, ${points('articleUsed')}, r.created_at from e join knowledge_rating r on r.entry_id = e.id and r.helpful where e.author_id <> r.member_id)`);

function booking(column: 'post_id' | 'entry_id', wanted: string): string {
  return `${wanted},
  change as (
    select member, rule, source, giver, sum(points)::int as points, coalesce(max(day), max(booked_day)) as day from (
      select member, rule, source, giver, points, (at at time zone 'UTC')::date as day, null::date as booked_day from wanted where rule = any($3) and ($4::bigint is null or giver = $4)
      union all
      select member_id, rule, ${column}, giver_id, -points, null, day from reputation_entry
      where ${column} = any($1) and rule = any($3) and ($4::bigint is null or giver_id = $4) and not (giver_id is null and rule in (${STAY.map((rule) => `'${rule}'`).join(', ')}))) both_sides
    group by member, rule, source, giver having sum(points) <> 0),
  booked as (
    insert into reputation_entry (member_id, rule, points, ${column}, giver_id, event_id, day)
    select member, rule, points, source, giver, $5, day from change order by day, member, rule, source, giver
    on conflict do nothing returning member_id, day)
  select distinct member_id as member, day::text from booked`;
}
