import type { Client } from 'pg';

const WAITS_LIKE = 28_800; // seconds: as the queue counts weight (moderation)

const EIGHT_HOURS_AGO = `now() - interval '8 hours'`;

/** What a super user decided, and whom it concerned does not agree with. */
export async function addAppeal(client: Client): Promise<void> {
  await client.query(`
    with post as (
      update post p set state = 'hidden' from thread t
      where p.id = (select p.id from post p join thread t on t.id = p.thread_id join member m on m.id = p.author_id
        where p.kind = 'comment' and p.state = 'visible' and t.state = 'visible' and m.role = 'customer' and m.email is distinct from 'customer@demo.example' and t.language = 'de' and p.created_at < now() - interval '2 days' order by p.id desc limit 1) and t.id = p.thread_id
      returning p.id, p.thread_id, p.parent_id, p.author_id),
    keeper as (select id from member where role = 'super_user' order by id desc limit 1),
    item as (insert into review_item (post_id, weight, flaggers, opened_at, decision, decided_by, decided_at, reason) select post.id, 1, 1, now() - interval '9 hours', 'hidden', keeper.id, ${EIGHT_HOURS_AGO}, 'offensive' from post, keeper returning id),
    flagged as (insert into flag (item_id, member_id, reason, weight, agreed, created_at) select item.id, (select id from member m where m.role = 'customer' and m.rank = 2 and m.id <> post.author_id order by id limit 1), 'offensive', 3, true, now() - interval '9 hours' from item, post),
    entry as (insert into moderation_entry (actor_id, act, thread_id, post_id, member_id, reason, details, created_at)
      select keeper.id, 'hide-post', post.thread_id, post.id, post.author_id, 'Der Beitrag beleidigt oder bedroht jemanden.', '{"rule": "offensive"}', ${EIGHT_HOURS_AGO} from post, keeper returning id, post_id, member_id, actor_id),
    made as (insert into appeal (entry_id, member_id, post_id, decider_id, by_staff, body, created_at, due_at)
      select id, member_id, post_id, actor_id, false, 'Da steht nichts Beleidigendes. Ich habe nur geschrieben, dass die Anleitung nicht stimmt.', now() - interval '6 hours', now() + interval '66 hours' from entry returning id, created_at)
    insert into review_item (appeal_id, opened_at, place) select id, created_at, extract(epoch from created_at)::bigint - 72 * 3600 from made`);
}

/** What members have reported and nobody has looked at: what their reports have hidden, and one answer that somebody says is wrong. */
export async function addReports(client: Client): Promise<void> {
  await client.query(`
    with reported as (
      select p.id, p.author_id, true as hidden, t.language from post p join thread t on t.id = p.thread_id where p.state = 'hidden' and p.imported_from is null
      union all
      (select p.id, p.author_id, false, t.language from post p join thread t on t.id = p.thread_id join member m on m.id = p.author_id
       where p.kind = 'answer' and p.state = 'visible' and t.state = 'visible' and p.score < 2 and not p.official and t.accepted_post_id is distinct from p.id and m.role = 'customer' and t.language = 'de' order by p.id desc limit 1)),
    item as (
      insert into review_item (post_id, weight, flaggers, hidden, opened_at, place)
      select id, case when hidden then 9 else 0 end, case when hidden then 3 else 1 end, hidden, opened, extract(epoch from opened)::bigint - case when hidden then 9 else 3 end * ${WAITS_LIKE}
      from (select *, now() - row_number() over (order by id) * interval '2 hours 10 minutes' as opened from reported) r returning id, post_id, hidden, opened_at)
    insert into flag (item_id, member_id, reason, note, weight, created_at)
    select item.id, m.id, case when item.hidden then 'spam' else 'wrong' end, case when item.hidden then '' else 'Die Taste gibt es bei diesem Modell nicht.' end, 3, item.opened_at + m.nth * interval '7 minutes'
    from item join reported r on r.id = item.post_id cross join lateral (
      select id, row_number() over (order by id) - 1 as nth from (select id from member where role = 'customer' and rank = 2 and id is distinct from r.author_id and created_at < item.opened_at order by (id * 7919 + item.id * 104729) % 1009, id limit case when item.hidden then 3 else 1 end) few) m`);
}
