import { Injectable } from '@nestjs/common';
import { Limits } from '#accounts';
import type { Actor } from '#platform/access';
import { Database, decodeId } from '#platform/database';
import { notAllowed, permit } from '#platform/graphql';
import { ThreadLock } from '../thread/thread.lock.js';
import { canClaim, CLAIM_MINUTES } from './claim.policy.js';
import type { ClaimQuestionInput } from './claim.type.js';

@Injectable()
export class ClaimService {
  constructor(
    private readonly db: Database,
    private readonly lock: ThreadLock,
    private readonly limits: Limits,
  ) {}

  /** Says who is on a question. One at a time: whoever comes second is told that somebody is; for the same member the time begins anew. */
  async claim(actor: Actor, { threadId }: ClaimQuestionInput): Promise<{ threadKey: string }> {
    return this.db.transaction(async () => {
      const thread = await this.lock.presentThread(actor, decodeId('thread', threadId));
      permit(canClaim(actor, thread));
      await this.limits.take(actor, 'claim');
      const claimed = await this.db.query(
        `insert into question_claim (thread_id, member_id) values ($1, $2)
         on conflict (thread_id) do update set member_id = excluded.member_id, claimed_at = now()
         where question_claim.member_id = excluded.member_id or question_claim.claimed_at <= now() - make_interval(mins => $3) returning thread_id`,
        [thread.id, actor.memberId, CLAIM_MINUTES],
      );
      if (claimed.length === 0) throw notAllowed('others-on-it');
      return { threadKey: thread.id };
    });
  }

  /** Gives a question back. What one is not on (any more) stays as it is. */
  async giveBack(actor: Actor, { threadId }: ClaimQuestionInput): Promise<{ threadKey: string }> {
    return this.db.transaction(async () => {
      const thread = await this.lock.presentThread(actor, decodeId('thread', threadId));
      await this.db.query('delete from question_claim where thread_id = $1 and member_id = $2', [thread.id, actor.memberId]);
      return { threadKey: thread.id };
    });
  }
}
