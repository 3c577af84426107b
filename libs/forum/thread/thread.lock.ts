import { Injectable } from '@nestjs/common';
import { type Actor, parentVisibleTo, type Role, visibleTo } from '#platform/access';
import { Database } from '#platform/database';
import { Moved, notAllowed, notFound } from '#platform/graphql';
import type { PostKind, PostState } from '../forum.entities.js';
import type { ThreadFacts } from './thread.policy.js';

export interface LockedThread extends ThreadFacts {
  id: string;
  acceptedPostId: string | null;
  /** By an accepted or official answer. */
  solved: boolean;
  categoryId: string;
  closeReason: string | null;
  closedBy: string | null;
  duplicateOf: string | null;
}

export interface LockedPost {
  id: string;
  threadId: string;
  kind: PostKind;
  state: PostState;
  parentId: string | null;
  authorId: string | null;
  authorRole: Role | null;
  official: boolean;
  version: number;
  createdAt: Date;
  deletedBy: string | null;
  thread: ThreadFacts;
  /** The database's clock: what a rule about time goes by. */
  now: Date;
}

/**
 * The load step of every write: the row, locked until the transaction ends, as far as the actor may see it.
 * The thread is always locked before its posts, so that two writers never wait for each other.
 */
@Injectable()
export class ThreadLock {
  constructor(private readonly db: Database) {}

  async thread(actor: Actor, key: string | null): Promise<LockedThread> {
    const row = await this.tryThread(actor, key);
    if (!row) throw notFound();
    return row;
  }

  /** The same, or what it became part of: what somebody wrote on a page from before has a place. */
  async presentThread(actor: Actor, key: string | null): Promise<LockedThread> {
    const row = await this.tryThread(actor, key);
    if (row) return row;
    const signpost = key ? await this.db.one<{ to: string }>('select merged_into as to from thread where id = $1 and merged_into is not null', [key]) : undefined;
    if (!signpost) throw notFound();
    return this.presentThread(actor, signpost.to); // which may have become part of a third while its lock was waited for
  }

  private async tryThread(actor: Actor, key: string | null): Promise<LockedThread | undefined> {
    return key
      ? (await this.db.prepared<LockedThread>(
          `select t.id, t.kind, t.author_id as "askerId", t.closed_at is not null as closed, t.state, t.accepted_post_id as "acceptedPostId", t.solved,
             t.category_id as "categoryId", t.close_reason as "closeReason", t.closed_by as "closedBy", t.duplicate_of as "duplicateOf"
           from thread t where t.id = $1 and ${visibleTo(actor, 't')} for no key update`,
          [key],
        ))[0]
      : undefined;
  }

  /**
   * A post of any kind, itself locked, and its thread kept as it is. For what changes nothing but the post: whoever then changes the thread, too, takes `postInThread`.
   * Many may hold a thread so at once; whoever hides or closes it waits for them, and they for whoever does.
   */
  async post(actor: Actor, key: string | null): Promise<LockedPost> {
    const lock = 'for share of t for no key update of p';
    const row = await this.tryFound(actor, key, lock);
    if (row) return row;
    if (await this.tryFound(actor, key, '')) throw new Moved(); // it is there, but not where the lock was waited for
    throw notFound();
  }

  /** An answer and its thread, both locked. */
  async answer(actor: Actor, key: string | null): Promise<LockedPost & { lockedThread: LockedThread }> {
    const post = await this.postInThread(actor, key);
    if (post.kind !== 'answer') throw notAllowed('not-an-answer');
    return post;
  }

  /** A post and its thread, both locked: the thread first. */
  async postInThread(actor: Actor, key: string | null): Promise<LockedPost & { lockedThread: LockedThread }> {
    const seen = await this.found(actor, key, '');
    const lockedThread = await this.presentThread(actor, seen.threadId);
    // read again: it may have gone, or changed, while the thread's lock was waited for
    const post = await this.found(actor, key, 'for no key update of p');
    if (post.threadId !== lockedThread.id) throw new Moved();
    return { ...post, lockedThread };
  }

  private async found(actor: Actor, key: string | null, lock: string): Promise<LockedPost> {
    const row = await this.tryFound(actor, key, lock);
    if (!row) throw notFound();
    return row;
  }

  private async tryFound(actor: Actor, key: string | null, lock: string): Promise<LockedPost | undefined> {
    const row = key
      ? (await this.db.prepared<Omit<LockedPost, 'thread'> & { threadKind: string; threadState: PostState; askerId: string | null; closed: boolean }>(
          `select p.id, p.thread_id as "threadId", p.kind, p.state, p.parent_id as "parentId", p.author_id as "authorId", a.role as "authorRole", p.official, p.version,
             p.created_at as "createdAt", p.deleted_by as "deletedBy", now() as now,
             t.kind as "threadKind", t.state as "threadState", t.author_id as "askerId", t.closed_at is not null as closed
           from post p join thread t on t.id = p.thread_id left join member a on a.id = p.author_id
           where p.id = $1 and ${visibleTo(actor, 'p')} and ${visibleTo(actor, 't')} and ${parentVisibleTo(actor)} ${lock}`,
          [key],
        ))[0]
      : undefined;
    if (!row) return undefined;
    const { threadKind, threadState, askerId, closed, ...post } = row;
    return { ...post, thread: { kind: threadKind, state: threadState, askerId, closed } };
  }
}
