/** When the last of what everybody sees of a thread was written: a post, or a word about what is announced. What stands under a post that is out of sight is so, too. */
export const lastSeenOf = (thread: string): string => `greatest(
  (select max(p.created_at) from post p left join post above on above.id = p.parent_id where p.thread_id = ${thread} and p.state = 'visible' and coalesce(above.state, 'visible') = 'visible'),
  (select max(n.created_at) from notice_update n where n.thread_id = ${thread}))`;
