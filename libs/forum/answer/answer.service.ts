import { Injectable } from '@nestjs/common';
import { Limits } from '#accounts';
import type { Actor } from '#platform/access';
import { Database, decodeId, encodeId } from '#platform/database';
import { Events } from '#platform/events';
import { notFound, permit } from '#platform/graphql';
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
    private readonly events: Events,
    private readonly limits: Limits,
    private readonly privateData: PrivateDataCheck,
  ) {}

  async answer(actor: Actor, input: AnswerInput): Promise<Written> {
    return this.db.transaction(async () => {
      const thread = await this.lock.presentThread(actor, decodeId('thread', input.threadId));
      permit(canReply(actor, thread));
      await this.limits.post(actor, actor.is(thread.askerId) ? 'ownReply' : 'reply', input.body);
      await this.check(actor, input);
      const postKey = await this.posts.write({ threadId: thread.id, kind: 'answer', authorId: actor.memberId, body: input.body });
      await this.following.followWritten(actor.memberId, thread.id, `answer:${encodeId('thread', thread.id)}`);
      await this.events.record('Answered', actor.memberId, { threadId: thread.id, postId: postKey });
      return { postKey, threadKey: thread.id };
    });
  }

  async comment(actor: Actor, input: CommentInput): Promise<Written> {
    return this.db.transaction(async () => {
      const parent = await this.lock.postInThread(actor, decodeId('post', input.postId));
      if (parent.kind === 'comment') throw notFound(); // comments stand under openings and answers, one level deep
      permit(canComment(actor, parent.thread, parent));
      await this.limits.post(actor, actor.is(parent.thread.askerId) ? 'ownReply' : 'reply', input.body);
      await this.check(actor, input);
      const { threadId } = parent;
      const postKey = await this.posts.write({ threadId, kind: 'comment', parentId: parent.id, authorId: actor.memberId, body: input.body });
      await this.following.followWritten(actor.memberId, threadId, `comment:${encodeId('post', parent.id)}`);
      await this.events.record('Commented', actor.memberId, { threadId, postId: postKey });
      return { postKey, threadKey: threadId };
    });
  }

  private check(actor: Actor, { body, privateDataConfirmation }: AnswerInput | CommentInput): Promise<void> {
    return this.privateData.check(actor, [{ field: 'body', text: body }], privateDataConfirmation);
  }
}
