import { Injectable } from '@nestjs/common';
import { Limits } from '#accounts';
import type { Actor } from '#platform/access';
import { Database, decodeId } from '#platform/database';
import { Events } from '#platform/events';
import { permit } from '#platform/graphql';
import type { Written } from '../answer/answer.service.js';
import { ThreadLock } from '../thread/thread.lock.js';
import { canSayAlsoSolved } from '../thread/thread.policy.js';
import type { AlsoSolvedInput } from './also-solved.type.js';

@Injectable()
export class AlsoSolvedService {
  constructor(
    private readonly db: Database,
    private readonly lock: ThreadLock,
    private readonly events: Events,
    private readonly limits: Limits,
  ) {}

  /** Says, or no longer says, that this answer solved it for the member, too: a problem may have more than one solution. */
  async say(actor: Actor, input: AlsoSolvedInput): Promise<Written> {
    return this.db.transaction(async () => {
      const answer = await this.lock.post(actor, decodeId('post', input.postId));
      permit(canSayAlsoSolved(actor, answer.thread, answer));
      const written = { postKey: answer.id, threadKey: answer.threadId };
      const changed = await this.db.query(
        input.also
          ? 'insert into also_solved (post_id, member_id) values ($1, $2) on conflict do nothing returning post_id'
          : 'delete from also_solved where post_id = $1 and member_id = $2 returning post_id',
        [answer.id, actor.memberId],
      );
      if (changed.length === 0) return written;
      if (input.also) await this.limits.take(actor, 'sameProblem');
      await this.db.query('update post set also_solved_count = also_solved_count + $2 where id = $1', [answer.id, input.also ? 1 : -1]);
      if (input.also) await this.events.record('AlsoSolvedSaid', actor.memberId, { threadId: answer.threadId, postId: answer.id });
      return written;
    });
  }
}
