const OWN_LOOKED_AT = 500; // of the member's own latest posts: what was left alone longer than that is owed no more
const LATER_LOOKED_AT = 100; // of what came in a thread after their last word: where so much was said, nobody waits for one

/**
 * Rows (id, why): of each open thread in which the member $1 owes a word, the latest post that waits for it. Looked for among their own latest posts and the
 * latest mentions of them, each thread by its own index. What they have put aside waits no more, until something new comes.
 */
export const OWED = `
  with mine as (select p.id, p.thread_id, p.kind, p.created_at from post p where p.author_id = $1 and p.state = 'visible' order by p.id desc limit ${OWN_LOOKED_AT}),
    mine_last as (select thread_id, max(id) as id, max(created_at) as created_at, bool_or(kind = 'answer') as answered from mine group by thread_id),
    named as (select m.post_id from mention m where m.member_id = $1 order by m.post_id desc limit ${OWN_LOOKED_AT}),
    waits (id, thread_id, why, weight, edited_at) as (
      select c.id, c.thread_id, 'comment', 2, null::timestamptz from mine join mine_last l on l.thread_id = mine.thread_id cross join lateral (
        select p.id, p.thread_id from post p where p.parent_id = mine.id and p.id > l.id and p.state = 'visible' and not p.is_note and p.author_id is distinct from $1 order by p.id desc limit 1) c
      union all
      select w.id, l.thread_id, 'asker', 1, null from mine_last l join thread t on t.id = l.thread_id and t.kind = 'question' and t.author_id <> $1 cross join lateral (
        select later.id from (select * from post p where p.thread_id = l.thread_id and p.id > l.id order by p.id limit ${LATER_LOOKED_AT}) later
        left join post above on above.id = later.parent_id
        where later.author_id = t.author_id and later.state = 'visible' and not later.is_note and later.kind <> 'opening' and coalesce(above.kind, 'opening') = 'opening' order by later.id desc limit 1) w
      where l.answered
      union all
      select o.id, l.thread_id, 'edit', 4, o.edited_at from mine_last l join thread t on t.id = l.thread_id and t.kind = 'question' and t.author_id <> $1
      join post o on o.thread_id = t.id and o.kind = 'opening' and o.edited_at > l.created_at
      where l.answered and exists (select from revision r where r.post_id = o.id and r.editor_id = t.author_id and r.created_at > l.created_at)
      union all
      select p.id, p.thread_id, 'mention', 3, null from named join post p on p.id = named.post_id
      where p.state = 'visible' and not p.is_note and p.author_id is distinct from $1
        and not exists (select from post own where own.thread_id = p.thread_id and own.author_id = $1 and own.id > p.id and own.state = 'visible')
        and not exists (select from post above where above.id = p.parent_id and above.state <> 'visible'))
  select distinct on (waits.thread_id) waits.id, waits.why from waits join thread t on t.id = waits.thread_id
  left join owed_dismissal d on d.member_id = $1 and d.thread_id = waits.thread_id
  where t.state = 'visible' and t.closed_at is null and (d.post_id is null or waits.id > d.post_id or waits.edited_at > d.created_at) order by waits.thread_id, waits.id desc, waits.weight`;
