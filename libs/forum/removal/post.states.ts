import { Injectable } from '@nestjs/common';
import type { Actor } from '#platform/access';
import { Database } from '#platform/database';
import { Events } from '#platform/events';
import type { PostState } from '../forum.entities.js';
import { lastSeenOf } from '../thread/thread.activity.js';
import type { LockedPost, LockedThread } from '../thread/thread.lock.js';

type Locked = LockedPost & { lockedThread: LockedThread };

/**
 * The one place where the state of a post, and with its opening the state of a thread, changes. All that is derived from
 * states is kept true here: what counts is what is `visible`. The caller has locked the thread and the post, in this order,
 * and has asked a policy; the event that tells why is the caller's.
 */
@Injectable()
export class PostStates {
  constructor(
    private readonly db: Database,
    private readonly events: Events,
  ) {}

  async change(actor: Actor, post: Locked, to: PostState): Promise<void> {
    if (post.state === to) return;
    await this.db.query(
      `update post set state = $2, deleted_at = case when $2 = 'deleted' then now() end, deleted_by = case when $2 = 'deleted' then $3::bigint end,
         deleted_from = case when $2 = 'deleted' then state end where id = $1`,
      [post.id, to, actor.memberId],
    );
    const shown = Number(to === 'visible') - Number(post.state === 'visible'); // 1: it came into sight, -1: it went out of it
    await this.activity(post, shown);
    switch (post.kind) {
      case 'opening': return this.thread(actor, post, to, shown);
      case 'answer': return this.answer(actor, post, shown);
      case 'comment': return this.comment(post, shown);
    }
  }

  /** Deleted things go back to what they were: whatever was held or hidden stays so. */
  async restore(actor: Actor, post: Locked): Promise<void> {
    const row = await this.db.one<{ state: PostState }>('select deleted_from as state from post where id = $1', [post.id]);
    await this.change(actor, post, row!.state);
  }

  /**
   * What went out of sight holds its thread no longer on top of the lists, where it was what put it there; what comes back brings its own time along, and that of what
   * stands under it; where nothing is left in sight, the time is that of the opening, or what comes back first would find the time of what is still gone. The rest leaves the thread where it is: its place may come from what no post tells, as from where it was imported.
   */
  private async activity({ id, threadId }: Locked, shown: number): Promise<void> {
    if (shown === 0) return;
    const own = `(select max(p.created_at) from post p left join post above on above.id = p.parent_id where (p.id = $2 or p.parent_id = $2) and not p.is_note and (p.id = $2 or p.state = 'visible')`;
    await this.db.query(
      shown > 0
        ? `update thread set last_activity_at = greatest(last_activity_at, ${own} and p.state = 'visible' and coalesce(above.state, 'visible') = 'visible')) where id = $1`
        : `update thread t set last_activity_at = coalesce(${lastSeenOf('t.id', 't.last_activity_at')}, (select o.created_at from post o where o.thread_id = t.id and o.kind = 'opening'))
           where id = $1 and last_activity_at <= greatest(${own}), case when accepted_post_id = $2 then accepted_at end)`,
      [threadId, id],
    );
  }

  private async thread(actor: Actor, { threadId }: Locked, to: PostState, shown: number): Promise<void> {
    const thread = await this.db.one<{ category: string }>(
      `update thread set state = $2, deleted_by = case when $2 = 'deleted' then $3::bigint end where id = $1 returning category_id as category`,
      [threadId, to, actor.memberId],
    );
    if (shown === 0) return;
    await this.db.query('update category set thread_count = thread_count + $2 where id = $1', [thread!.category, shown]);
    await this.db.query(
      `update tag set thread_count = thread_count + $2
       where id in (select id from tag where id in (select tag_id from thread_tag where thread_id = $1) order by id for no key update)`,
      [threadId, shown],
    );
  }

  private async answer(actor: Actor, post: Locked, shown: number): Promise<void> {
    if (shown === 0) return;
    const { id, threadId, lockedThread } = post;
    const subject = { threadId, postId: id };
    await this.db.query(
      `update thread set answer_count = answer_count + $2,
         has_official = exists (select from post where thread_id = $1 and kind = 'answer' and official and state = 'visible') where id = $1`,
      [threadId, shown],
    );
    if (shown < 0 && lockedThread.acceptedPostId === id) {
      await this.db.query('update thread set accepted_post_id = null where id = $1', [threadId]);
      await this.db.query('update post set lost_acceptance = true where id = $1', [id]);
      await this.events.record('AnswerUnaccepted', actor.memberId, subject);
    }
    if (shown > 0) {
      const [lost] = await this.db.query('with lost as (select id from post where id = $1 and lost_acceptance) update post p set lost_acceptance = false from lost where p.id = lost.id returning p.id', [id]);
      if (!lost || lockedThread.acceptedPostId !== null) return; // another has been accepted meanwhile
      await this.db.query('update thread set accepted_post_id = $2, accepted_at = null where id = $1', [threadId, id]);
      await this.events.record('AnswerAccepted', actor.memberId, { ...subject, again: true });
    }
  }

  private async comment({ parentId }: Locked, shown: number): Promise<void> {
    if (shown !== 0) await this.db.query('update post set comment_count = comment_count + $2 where id = $1', [parentId, shown]);
  }
}
