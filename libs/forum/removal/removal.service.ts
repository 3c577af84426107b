import { Injectable } from '@nestjs/common';
import { Limits } from '#accounts';
import type { Actor } from '#platform/access';
import { cleanLine } from '#platform/content';
import { Database, decodeId } from '#platform/database';
import { Events } from '#platform/events';
import { invalid, permit } from '#platform/graphql';
import type { Written } from '../answer/answer.service.js';
import { REASON_LENGTH } from '../edit/edit.type.js';
import { ModerationLog } from '../moderation/moderation.log.js';
import { type LockedPost, ThreadLock } from '../thread/thread.lock.js';
import { PostStates } from './post.states.js';
import { canDelete, canRestore, type RemovalFacts } from './removal.policy.js';
import type { DeletePostInput, RestorePostInput } from './removal.type.js';

@Injectable()
export class RemovalService {
  constructor(
    private readonly db: Database,
    private readonly lock: ThreadLock,
    private readonly states: PostStates,
    private readonly log: ModerationLog,
    private readonly events: Events,
    private readonly limits: Limits,
  ) {}

  /** Takes a post out of sight; nothing is lost. */
  async delete(actor: Actor, input: DeletePostInput): Promise<Written> {
    return this.db.transaction(async () => {
      const post = await this.lock.postInThread(actor, decodeId('post', input.postId));
      const written = { postKey: post.id, threadKey: post.threadId };
      permit(canDelete(actor, { ...post, ...(await this.below(post)) }));
      const isOwn = actor.is(post.authorId);
      const reason = reasonFrom(input.reason, !isOwn);
      if (!actor.isSuperUser) await this.limits.take(actor, 'delete'); // to and fro, each an event that all who look on are told
      await this.states.change(actor, post, 'deleted');
      if (!isOwn) await this.log.write(actor, { act: 'delete-post', threadId: post.threadId, postId: post.id, memberId: post.authorId, reason });
      await this.events.record('PostDeleted', actor.memberId, { threadId: post.threadId, postId: post.id });
      return written;
    });
  }

  async restore(actor: Actor, input: RestorePostInput): Promise<Written> {
    return this.db.transaction(async () => {
      const post = await this.lock.postInThread(actor, decodeId('post', input.postId));
      const written = { postKey: post.id, threadKey: post.threadId };
      permit(canRestore(actor, { ...post, answeredByOthers: false, hasOfficial: false }));
      const reason = reasonFrom(input.reason, false);
      await this.states.restore(actor, post);
      if (!actor.is(post.authorId)) await this.log.write(actor, { act: 'restore-post', threadId: post.threadId, postId: post.id, memberId: post.authorId, reason });
      await this.events.record('PostRestored', actor.memberId, { threadId: post.threadId, postId: post.id });
      return written;
    });
  }

  /** What would go with it. */
  private async below({ kind, threadId, authorId }: LockedPost): Promise<Pick<RemovalFacts, 'answeredByOthers' | 'hasOfficial'>> {
    if (kind !== 'opening') return { answeredByOthers: false, hasOfficial: false };
    const row = await this.db.one<Pick<RemovalFacts, 'answeredByOthers' | 'hasOfficial'>>(
      `select exists (select from post a where a.thread_id = $1 and a.kind = 'answer' and a.state = 'visible' and a.author_id is distinct from $2) as "answeredByOthers",
         (select has_official from thread where id = $1) as "hasOfficial"`,
      [threadId, authorId],
    );
    return row!;
  }
}

/** The person concerned, and the log, are told why; about one's own nobody has to be told. */
function reasonFrom(given: string | undefined, isNeeded: boolean): string | null {
  const reason = given == null ? '' : cleanLine(given)!.trim();
  if (!isNeeded) return reason || null;
  if (reason === '') throw invalid({ field: 'reason', code: 'required' });
  if ([...reason].length < REASON_LENGTH.min) throw invalid({ field: 'reason', code: 'too-short', limit: REASON_LENGTH.min });
  return reason;
}
