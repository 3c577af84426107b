import { Injectable } from '@nestjs/common';
import { Limits, type Taken } from '#accounts';
import type { Actor } from '#platform/access';
import { Database, decodeId } from '#platform/database';
import { Events } from '#platform/events';
import { permit } from '#platform/graphql';
import type { Written } from '../answer/answer.service.js';
import { FollowService } from '../following/follow.service.js';
import { type VoteInput, VoteChoice } from '../post/post.type.js';
import { ThreadLock } from '../thread/thread.lock.js';
import { canSaySameProblem, canVote } from '../thread/thread.policy.js';
import type { SameProblemInput } from '../thread/thread.type.js';

const VALUE = { [VoteChoice.up]: 1, [VoteChoice.none]: 0, [VoteChoice.down]: -1 };

@Injectable()
export class VoteService {
  constructor(
    private readonly db: Database,
    private readonly lock: ThreadLock,
    private readonly events: Events,
    private readonly limits: Limits,
    private readonly following: FollowService,
  ) {}

  /** Sets the member's one vote on a post; the post's counts move with it under the post's lock. */
  async vote(actor: Actor, input: VoteInput): Promise<Written> {
    return this.db.transaction(async () => {
      const post = await this.lock.post(actor, decodeId('post', input.postId));
      permit(canVote(actor, post.thread, post, input.vote));
      const written = { postKey: post.id, threadKey: post.threadId };
      // a statement of its own, after the lock: it sees the vote that another request of the same member has just committed
      // behind the write, which a refusal rolls back: only then it is known whether it changed anything. Taking back is free: it is as rare as voting
      const [changed] = await this.db.prepared<Taken & { counted: boolean }>(
        `with old as (select value from vote where post_id = $1 and member_id = $2),
           put as (insert into vote (post_id, member_id, value) select $1, $2, $3::smallint where $3 <> 0
             on conflict (post_id, member_id) do update set value = excluded.value, created_at = now()),
           gone as (delete from vote where post_id = $1 and member_id = $2 and $3 = 0),
           change as (select ($3 = 1)::int - coalesce((select value = 1 from old), false)::int as up,
             ($3 = -1)::int - coalesce((select value = -1 from old), false)::int as down),
           changed as (update post set up_count = up_count + change.up, down_count = down_count + change.down
             from change where post.id = $1 and (change.up <> 0 or change.down <> 0) returning post.id)
         select act.newcomer is not null as counted, act.newcomer, act.forbidden, act.retry_at as "retryAt"
         from changed left join lateral ( -- offset 0: or what decides whether it is called would be looked at behind it
           select taken.* from take_act($4, $5, $6, $7, $8) taken where $3 <> 0 and $4::bigint is not null offset 0) act on true`,
        [post.id, actor.memberId, VALUE[input.vote], ...this.limits.counting(actor, 'vote', post.authorId)],
      );
      if (!changed) return written;
      if (changed.counted) this.limits.judge(changed);
      await this.events.record('Voted', actor.memberId, { threadId: post.threadId, postId: post.id });
      return written;
    });
  }

  /** Says, or no longer says, that the member has the problem of this question, too; or of this notice, and then they follow it. */
  async sameProblem(actor: Actor, input: SameProblemInput): Promise<{ threadKey: string }> {
    return this.db.transaction(async () => {
      const thread = await this.lock.presentThread(actor, decodeId('thread', input.threadId));
      permit(canSaySameProblem(actor, thread));
      const changed = await this.db.query(
        input.same
          ? 'insert into same_problem (thread_id, member_id) values ($1, $2) on conflict do nothing returning thread_id'
          : 'delete from same_problem where thread_id = $1 and member_id = $2 returning thread_id',
        [thread.id, actor.memberId],
      );
      if (changed.length === 0) return { threadKey: thread.id };
      if (input.same) await this.limits.take(actor, 'sameProblem');
      if (input.same && thread.kind === 'announcement') await this.following.followConcerned(actor.memberId, thread.id);
      await this.db.query('update thread set same_problem_count = same_problem_count + $2 where id = $1', [thread.id, input.same ? 1 : -1]);
      await this.events.record(input.same ? 'SameProblemSaid' : 'SameProblemTakenBack', actor.memberId, { threadId: thread.id });
      return { threadKey: thread.id };
    });
  }
}
