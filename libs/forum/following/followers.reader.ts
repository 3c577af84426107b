import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import type { FollowKind } from './follow.type.js';

const BATCH = 500; // rows that a job tells in one go

/** Whose followers are to be told of an act: those of the thread, and for a new thread those of its category (and those above), tags and author. */
export interface About {
  threadKey: string;
  kinds: readonly FollowKind[];
  /** Whose act it is: a member's followers are followers of this one; and nobody is told of their own. */
  actorKey: string | null;
}

export interface Follower {
  memberId: string;
  /** By what they follow it. */
  kinds: FollowKind[];
}

/** Whom to tell: read by whoever notifies. */
@Injectable()
export class FollowersReader {
  constructor(private readonly db: Database) {}

  /**
   * Everyone who follows, each once, in batches in order of key. Those who left the thread by hand are left out, by whatever else
   * they follow; so is everyone while the thread is not visible to all. A job that died goes on behind `after`.
   */
  async *followersOf({ threadKey, kinds, actorKey }: About, after = '0'): AsyncGenerator<Follower[]> {
    for (let last = after; ; ) {
      const batch = await this.db.prepared<Follower>(
        `with recursive about as (select id, category_id from thread where id = $1 and state = 'visible'),
           above as (select c.id, c.parent_id from category c join about on about.category_id = c.id
             union select c.id, c.parent_id from category c join above on above.parent_id = c.id),
           target (kind, id) as (
             select 'thread', id from about
             union all select 'member', $3::bigint from about where $3::bigint is not null
             union all select 'tag', tt.tag_id from thread_tag tt join about on about.id = tt.thread_id
             union all select 'category', above.id from above)
         select s.member_id as "memberId", array_agg(distinct s.kind) as kinds
         from target join subscription s on s.kind = target.kind and s.target_id = target.id and s.following
         where s.kind = any($2) and s.member_id > $4 and s.member_id is distinct from $3::bigint
           and not exists (select from subscription own where own.member_id = s.member_id and own.kind = 'thread' and own.target_id = $1 and not own.following)
         group by s.member_id order by s.member_id limit ${BATCH}`,
        [threadKey, kinds, actorKey, last],
      );
      if (batch.length > 0) yield batch;
      if (batch.length < BATCH) return;
      last = batch.at(-1)!.memberId;
    }
  }
}
