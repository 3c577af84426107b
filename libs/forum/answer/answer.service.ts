import { Injectable } from '@nestjs/common';
import { Limits } from '#accounts';
import type { Actor } from '#platform/access';
import { Database, decodeId, encodeId } from '#platform/database';
import { notFound, permit } from '#platform/graphql';
import { type Hold, Screening } from '#screening';
import { Holding } from '../holding/holding.js';
import { FollowService } from '../following/follow.service.js';
import { PostWriter } from '../post/post.writer.js';
import { PrivateDataCheck } from '../private-data/private-data.check.js';
import type { AnswerInput, CommentInput } from '../post/post.type.js';
import { ThreadLock } from '../thread/thread.lock.js';
import { canComment, canReply } from '../thread/thread.policy.js';

export interface Written {
  postKey: string;
  threadKey: string;
}

@Injectable()
export class AnswerService {
  constructor(
    private readonly db: Database,
    private readonly lock: ThreadLock,
    private readonly posts: PostWriter,
    private readonly following: FollowService,
    private readonly screening: Screening,
    private readonly holding: Holding,
    private readonly limits: Limits,
    private readonly privateData: PrivateDataCheck,
  ) {}

  async answer(actor: Actor, input: AnswerInput): Promise<Written> {
    const hold = await this.screening.look(actor, { kind: 'reply', texts: [input.body], writing: input.writing });
    return this.db.transaction(async () => {
      const thread = await this.lock.presentThread(actor, decodeId('thread', input.threadId));
      permit(canReply(actor, thread));
      await this.limits.post(actor, actor.is(thread.askerId) ? 'ownReply' : 'reply', input.body);
      await this.check(actor, input);
      const postKey = await this.posts.write({ threadId: thread.id, kind: 'answer', authorId: actor.memberId, body: input.body });
      await this.following.followWritten(actor.memberId, thread.id, `answer:${encodeId('thread', thread.id)}`);
      await this.publish(actor, { postKey, threadId: thread.id }, 'answer', input, hold);
      return { postKey, threadKey: thread.id };
    });
  }

  async comment(actor: Actor, input: CommentInput): Promise<Written> {
    const hold = await this.screening.look(actor, { kind: 'reply', texts: [input.body], writing: input.writing });
    return this.db.transaction(async () => {
      const parent = await this.lock.postInThread(actor, decodeId('post', input.postId));
      if (parent.kind === 'comment') throw notFound(); // comments stand under openings and answers, one level deep
      permit(canComment(actor, parent.thread, parent));
      await this.limits.post(actor, actor.is(parent.thread.askerId) ? 'ownReply' : 'reply', input.body);
      await this.check(actor, input);
      const { threadId } = parent;
      const postKey = await this.posts.write({ threadId, kind: 'comment', parentId: parent.id, authorId: actor.memberId, body: input.body });
      await this.following.followWritten(actor.memberId, threadId, `comment:${encodeId('post', parent.id)}`);
      await this.publish(actor, { postKey, threadId }, 'comment', input, hold);
      return { postKey, threadKey: threadId };
    });
  }

  private async publish(actor: Actor, keys: { postKey: string; threadId: string }, what: 'answer' | 'comment', { body, writing }: AnswerInput | CommentInput, hold: Hold | null): Promise<void> {
    await this.screening.remember(actor, keys.postKey, { texts: [body], writing });
    await this.holding.publish(actor, keys, what, hold);
  }

  private check(actor: Actor, { body, privateDataConfirmation }: AnswerInput | CommentInput): Promise<void> {
    return this.privateData.check(actor, [{ field: 'body', text: body }], privateDataConfirmation);
  }
}
