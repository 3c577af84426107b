import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import type { LockedThread } from '../thread/thread.lock.js';

/** What members had with either of two threads that become one: each has it once, and nobody misses what they have not read. */
@Injectable()
export class ReaderMerging {
  constructor(private readonly db: Database) {}

  /** Before the posts move: what is unread is told by the thread it stands in. */
  async unite(source: LockedThread, target: LockedThread): Promise<void> {
    const both = [source.id, target.id];
    await this.db.query(
      `insert into same_problem (thread_id, member_id, created_at)
       select $2, said.member_id, said.created_at from (
         select member_id, created_at from same_problem where thread_id = $1
         union all select author_id, created_at from thread where id = $1 and author_id is not null) said
       where said.member_id is distinct from (select author_id from thread where id = $2)
       order by said.member_id on conflict do nothing`,
      both,
    );
    await this.db.query('delete from same_problem where thread_id = $1', [source.id]);
    // who left the target by hand stays away from it
    await this.db.query(
      `insert into subscription (member_id, kind, target_id, following, created_at)
       select member_id, 'thread', $2, following, created_at from subscription where kind = 'thread' and target_id = $1 order by member_id on conflict do nothing`,
      both,
    );
    await this.db.query(`delete from subscription where kind = 'thread' and target_id = $1`, [source.id]);
    // up to before the first post that is unread in either; up to the later one where there is none
    await this.db.query(
      `insert into read_state (member_id, thread_id, last_post_id, read_at)
       select r.member_id, $2, coalesce(least(
           (select min(id) from post where thread_id = $1 and id > r.last_post_id),
           (select min(id) from post where thread_id = $2 and id > own.last_post_id)) - 1, greatest(r.last_post_id, own.last_post_id)), greatest(r.read_at, own.read_at)
       from read_state r left join read_state own on own.member_id = r.member_id and own.thread_id = $2 where r.thread_id = $1 order by r.member_id
       on conflict (member_id, thread_id) do update set last_post_id = excluded.last_post_id, read_at = excluded.read_at`,
      both,
    );
    await this.db.query('delete from read_state where thread_id = $1', [source.id]);
  }
}
