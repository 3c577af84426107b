/**
 * When the last of what everybody sees of a thread was written: a post, or a word about what is announced. What stands under a post that is out of sight is so, too.
 * `until`: nothing later counts, for a thread whose last activity goes back; what was written later has lifted nothing, as the notes of a split.
 */
export const lastSeenOf = (thread: string, until = `'infinity'`): string => `greatest(
  (select max(p.created_at) from post p left join post above on above.id = p.parent_id
    where p.thread_id = ${thread} and p.created_at <= ${until} and p.state = 'visible' and coalesce(above.state, 'visible') = 'visible'),
  (select max(n.created_at) from notice_update n where n.thread_id = ${thread} and n.created_at <= ${until}))`;
