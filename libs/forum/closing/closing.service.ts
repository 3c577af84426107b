import { Injectable } from '@nestjs/common';
import { Limits } from '#accounts';
import type { Actor } from '#platform/access';
import { cleanLine } from '#platform/content';
import { Database, decodeId } from '#platform/database';
import { Events } from '#platform/events';
import { invalid, permit } from '#platform/graphql';
import { type ModerationEntry, ModerationLog } from '../moderation/moderation.log.js';
import { type LockedThread, ThreadLock } from '../thread/thread.lock.js';
import { canClose, canMove, canReopen, type OthersDid } from './closing.policy.js';
import { MovedFields } from './moved.fields.js';
import { movedByOthers } from './moved.rows.js';
import type { CloseThreadInput, MoveThreadInput, ReopenThreadInput } from './closing.type.js';

interface Changed {
  threadKey: string;
}

/** Closing, reopening and moving whole threads. */
@Injectable()
export class ClosingService {
  constructor(
    private readonly db: Database,
    private readonly lock: ThreadLock,
    private readonly log: ModerationLog,
    private readonly events: Events,
    private readonly limits: Limits,
    private readonly fields: MovedFields,
  ) {}

  async close(actor: Actor, { threadId, reason, note }: CloseThreadInput): Promise<Changed> {
    return this.db.transaction(async () => {
      const thread = await this.lock.thread(actor, decodeId('thread', threadId));
      if (thread.closed && thread.closeReason === reason && !canReopen(actor, thread).denied) return { threadKey: thread.id }; // asking twice is fine
      permit(canClose(actor, thread, reason));
      if (!actor.isSuperUser) await this.limits.take(actor, 'close');
      await this.db.query('update thread set closed_at = now(), close_reason = $2, closed_by = $3 where id = $1', [thread.id, reason, actor.memberId]);
      await this.tell(actor, thread, { act: 'close-thread', reason: noteIn(note), details: { reason } });
      await this.events.record('ThreadClosed', actor.memberId, { threadId: thread.id });
      return { threadKey: thread.id };
    });
  }

  async reopen(actor: Actor, { threadId, note }: ReopenThreadInput): Promise<Changed> {
    return this.db.transaction(async () => {
      const thread = await this.lock.thread(actor, decodeId('thread', threadId));
      if (!thread.closed && !canClose(actor, thread).denied) return { threadKey: thread.id }; // asking twice is fine
      permit(canReopen(actor, thread));
      await this.db.query('update thread set closed_at = null, close_reason = null, closed_by = null, duplicate_of = null where id = $1', [thread.id]);
      await this.tell(actor, thread, { act: 'reopen-thread', reason: noteIn(note), details: { closedAs: thread.closeReason } });
      await this.events.record('ThreadReopened', actor.memberId, { threadId: thread.id });
      return { threadKey: thread.id };
    });
  }

  /** Puts a thread where it belongs; both categories count anew. */
  async move(actor: Actor, { threadId, categoryId, note, ...said }: MoveThreadInput): Promise<Changed> {
    return this.db.transaction(async () => {
      const thread = await this.lock.thread(actor, decodeId('thread', threadId));
      permit(canMove(actor, thread, await this.othersDid(thread)));
      const to = decodeId('category', categoryId);
      if (to === thread.categoryId) return { threadKey: thread.id };
      // both locked in the order of their keys: of two that move threads to and fro, neither waits for the other
      const known = await this.db.query<{ id: string }>('select id from category where id = any($1) order by id for no key update', [[thread.categoryId, ...(to ? [to] : [])]]);
      if (!to || !known.some(({ id }) => id === to)) throw invalid({ field: 'categoryId', code: 'unknown' });
      if (!actor.isSuperUser) await this.limits.take(actor, 'close');
      await this.fields.move(actor, thread, to, said);
      await this.db.query('update thread set category_id = $2 where id = $1', [thread.id, to]);
      if (thread.state === 'visible') {
        await this.db.query('update category set thread_count = thread_count + case when id = $1 then 1 else -1 end where id in ($1, $2)', [to, thread.categoryId]);
      }
      await this.tell(actor, thread, { act: 'move-thread', reason: noteIn(note), details: { from: thread.categoryId, to } });
      await this.events.record('ThreadMoved', actor.memberId, { threadId: thread.id });
      return { threadKey: thread.id };
    });
  }

  private async othersDid({ id, askerId }: LockedThread): Promise<OthersDid> {
    return (await this.db.one<OthersDid>(
      `select exists (select from post where thread_id = $1 and kind = 'answer' and state = 'visible' and author_id is distinct from $2) as answered, ${movedByOthers('$1', '$2')} as moved`,
      [id, askerId],
    ))!;
  }

  private async tell(actor: Actor, thread: LockedThread, entry: ModerationEntry): Promise<void> {
    if (!actor.is(thread.askerId)) await this.log.write(actor, { ...entry, threadId: thread.id, memberId: thread.askerId });
  }
}

/** A note as the log keeps it. */
export function noteIn(note: string | undefined): string | null {
  return note == null ? null : cleanLine(note)!.trim() || null;
}
