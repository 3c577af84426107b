/**
 * When the last of what everybody sees of a thread came: a post, its answer being accepted, or a word about what is announced. What stands under a post that is out of
 * sight is so, too; notes about the thread itself count for nothing. `until`: nothing later counts, for a thread whose last activity goes back.
 */
export const lastSeenOf = (thread: string, until = `'infinity'`): string => `greatest(
  (select p.created_at from post p left join post above on above.id = p.parent_id
    where p.thread_id = ${thread} and p.created_at <= ${until} and p.state = 'visible' and not p.is_note and coalesce(above.state, 'visible') = 'visible' order by p.created_at desc limit 1),
  (select own.accepted_at from thread own join post a on a.id = own.accepted_post_id where own.id = ${thread} and own.accepted_at <= ${until} and a.state = 'visible'),
  (select max(n.created_at) from notice_update n where n.thread_id = ${thread} and n.created_at <= ${until}))`;
