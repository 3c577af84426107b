import { Injectable } from '@nestjs/common';
import type { Actor } from '#platform/access';
import { Database } from '#platform/database';
import { Events } from '#platform/events';
import type { Hold } from '#screening';
import { PostStates } from '../removal/post.states.js';
import { ThreadLock } from '../thread/thread.lock.js';

type Locked = Awaited<ReturnType<ThreadLock['postInThread']>>;

interface Keys {
  postKey: string;
  threadId: string;
}

/** What is told of a post when everybody may read it. */
const TOLD = { question: 'QuestionAsked', discussion: 'DiscussionStarted', answer: 'Answered', comment: 'Commented' } as const;
export type Told = keyof typeof TOLD;

/** A post that somebody is to look at first is told of when they have: until then it is as if it were not there, but for its author and those who look. */
@Injectable()
export class Holding {
  constructor(
    private readonly db: Database,
    private readonly lock: ThreadLock,
    private readonly states: PostStates,
    private readonly events: Events,
  ) {}

  /** Inside the transaction that wrote it: tells of it, or holds it. */
  async publish(actor: Actor, { postKey, threadId }: Keys, what: Told, hold: Hold | null): Promise<void> {
    if (!hold) return this.tell(actor.memberId, postKey, threadId, what);
    await this.db.query('update post set untold = true where id = $1', [postKey]);
    await this.hold(actor, await this.lock.postInThread(actor, postKey), hold);
  }

  /** What was seen already, and says something else now. */
  async hold(actor: Actor, post: Locked, hold: Hold): Promise<void> {
    await this.states.change(actor, post, 'held');
    await this.events.record('PostHeld', actor.memberId, { threadId: post.threadId, postId: post.id, signals: [...hold] });
  }

  /** Somebody has looked, and everybody may read it now. Told as if it had been written at this moment, unless everybody knew it before it was held. */
  async release(actor: Actor, post: Locked): Promise<void> {
    await this.states.change(actor, post, 'visible');
    const [untold] = await this.db.query<{ kind: string }>(
      `update post p set untold = false from thread t where p.id = $1 and t.id = p.thread_id and p.untold returning case when p.kind = 'opening' then t.kind else p.kind end as kind`, [post.id]);
    if (!untold) return;
    if (post.kind !== 'comment') await this.db.query('update thread set last_activity_at = greatest(last_activity_at, now()) where id = $1', [post.threadId]); // it stood in no list until now
    await this.tell(post.authorId, post.id, post.threadId, untold.kind as Told);
  }

  private async tell(authorKey: string | null, postKey: string, threadId: string, what: Told): Promise<void> {
    if (what === 'question' || what === 'discussion') await this.events.record(TOLD[what], authorKey, { threadId });
    else await this.events.record(TOLD[what], authorKey, { threadId, postId: postKey });
  }
}
