import { Injectable } from '@nestjs/common';
import type { Actor } from '#platform/access';
import { Database } from '#platform/database';

export const UNREAD_MOST = 100; // counted no further: whoever has missed a hundred posts wants no number

export interface Standing {
  /** Posts by others since the last visit, up to the limit. */
  unread: number;
  isNew: boolean;
  firstUnreadKey: string | null;
  /** What the first unread post hangs on, where it is a comment. */
  firstUnreadUnderKey: string | null;
  newestKey: string | null;
}

/** How far members have read. */
@Injectable()
export class ReadingReader {
  constructor(private readonly db: Database) {}

  /** How the member stands to each of the threads: one statement for all of a page. Only what they follow or have visited can be unread. */
  async standings(actor: Actor, threadKeys: readonly string[]): Promise<Map<string, Standing>> {
    const rows = await this.db.prepared<Standing & { key: string }>(
      `select t.id as key, coalesce(s.following, false) and r.member_id is null and t.author_id is distinct from $1 as "isNew",
         coalesce(unread.count, 0) as unread, unread.first as "firstUnreadKey", (select parent_id from post where id = unread.first) as "firstUnreadUnderKey",
         (select max(id) from post where thread_id = t.id and state = 'visible') as "newestKey"
       from thread t
       left join read_state r on r.member_id = $1 and r.thread_id = t.id
       left join subscription s on s.member_id = $1 and s.kind = 'thread' and s.target_id = t.id
       left join lateral (
         select count(*)::int, min(id) as first from (
           select p.id from post p
           where p.thread_id = t.id and p.id > coalesce(r.last_post_id, 0) and p.state = 'visible' and p.kind <> 'opening' and p.author_id is distinct from $1
             and not exists (select from post above where above.id = p.parent_id and above.state <> 'visible')
           order by p.id limit ${UNREAD_MOST}) later
       ) unread on r.member_id is not null or s.following
       where t.id = any($2)`,
      [actor.memberId, threadKeys],
    );
    return new Map(rows.map((row) => [row.key, row]));
  }
}
