import { Injectable } from '@nestjs/common';
import { Limits } from '#accounts';
import type { Actor } from '#platform/access';
import { Database, decodeId } from '#platform/database';
import { Events } from '#platform/events';
import { permit } from '#platform/graphql';
import { ModerationLog } from '../moderation/moderation.log.js';
import { PostReader } from '../post/post.reader.js';
import { type LockedPost, ThreadLock } from '../thread/thread.lock.js';
import { canAccept, canMarkOfficial, waitsForAsker } from '../thread/thread.policy.js';
import type { Written } from './answer.service.js';

/** Accepting (one answer a thread, the thread's pointer) and marking official (any answer, by staff). */
@Injectable()
export class AcceptAnswerService {
  constructor(
    private readonly db: Database,
    private readonly lock: ThreadLock,
    private readonly posts: PostReader,
    private readonly log: ModerationLog,
    private readonly events: Events,
    private readonly limits: Limits,
  ) {}

  /** Accepts the answer; another that was accepted before gives way. */
  async accept(actor: Actor, postId: string): Promise<Written> {
    return this.db.transaction(async () => {
      const answer = await this.lock.answer(actor, decodeId('post', postId));
      await this.permitAccepting(actor, answer);
      const written = { postKey: answer.id, threadKey: answer.threadId };
      if (answer.lockedThread.acceptedPostId === answer.id) return written;
      await this.limits.take(actor, 'accept');
      await this.db.query('update thread set accepted_post_id = $2, accepted_at = now(), last_activity_at = greatest(last_activity_at, now()) where id = $1', [answer.threadId, answer.id]);
      await this.tell(actor, answer, 'accept-answer');
      await this.events.record('AnswerAccepted', actor.memberId, { threadId: answer.threadId, postId: answer.id });
      return written;
    });
  }

  async unaccept(actor: Actor, postId: string): Promise<Written> {
    return this.db.transaction(async () => {
      const answer = await this.lock.answer(actor, decodeId('post', postId));
      await this.permitAccepting(actor, answer);
      const written = { postKey: answer.id, threadKey: answer.threadId };
      if (answer.lockedThread.acceptedPostId !== answer.id) return written;
      await this.db.query('update thread set accepted_post_id = null where id = $1', [answer.threadId]);
      await this.tell(actor, answer, 'unaccept-answer');
      await this.events.record('AnswerUnaccepted', actor.memberId, { threadId: answer.threadId, postId: answer.id });
      return written;
    });
  }

  async markOfficial(actor: Actor, postId: string, official: boolean): Promise<Written> {
    return this.db.transaction(async () => {
      const answer = await this.lock.answer(actor, decodeId('post', postId));
      permit(canMarkOfficial(actor, answer.thread, answer));
      const written = { postKey: answer.id, threadKey: answer.threadId };
      if (answer.official === official) return written;
      await this.db.query(
        `update post set official_at = case when $2 then now() end, official_by = case when $2 then $3::bigint end where id = $1`,
        [answer.id, official, actor.memberId],
      );
      await this.db.query(
        `update thread set has_official = exists (select from post where thread_id = $1 and kind = 'answer' and official and state = 'visible') where id = $1`,
        [answer.threadId],
      );
      await this.events.record(official ? 'MarkedOfficial' : 'UnmarkedOfficial', actor.memberId, { threadId: answer.threadId, postId: answer.id });
      return written;
    });
  }

  private async permitAccepting(actor: Actor, answer: LockedPost): Promise<void> {
    const askerWordAt = waitsForAsker(actor, answer.thread) ? (await this.posts.askerWords([answer.threadId])).get(answer.threadId) : null;
    permit(canAccept(actor, answer.thread, answer, askerWordAt ?? null, answer.now));
  }

  /** On the asker's behalf: the log says by whom. */
  private async tell(actor: Actor, answer: LockedPost, act: 'accept-answer' | 'unaccept-answer'): Promise<void> {
    if (!actor.is(answer.thread.askerId)) await this.log.write(actor, { act, threadId: answer.threadId, postId: answer.id, memberId: answer.thread.askerId });
  }
}
