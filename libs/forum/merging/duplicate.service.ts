import { Injectable } from '@nestjs/common';
import { Limits } from '#accounts';
import type { Actor } from '#platform/access';
import { Database, decodeId } from '#platform/database';
import { Events } from '#platform/events';
import { invalid, permit } from '#platform/graphql';
import { noteIn } from '../closing/closing.service.js';
import { ModerationLog } from '../moderation/moderation.log.js';
import { ThreadLock } from '../thread/thread.lock.js';
import { MergingLock } from './merging.lock.js';
import { canMarkDuplicate } from './merging.policy.js';
import type { MarkDuplicateInput } from './merging.type.js';

@Injectable()
export class DuplicateService {
  constructor(
    private readonly db: Database,
    private readonly pointers: MergingLock,
    private readonly lock: ThreadLock,
    private readonly log: ModerationLog,
    private readonly events: Events,
    private readonly limits: Limits,
  ) {}

  /** Closes a thread as a duplicate of another. Pointers stay one step long: whatever pointed here points there. */
  async mark(actor: Actor, { threadId, ofId, note }: MarkDuplicateInput): Promise<{ threadKey: string }> {
    return this.db.transaction(async () => {
      const [key, of] = [decodeId('thread', threadId), decodeId('thread', ofId)];
      await this.pointers.together([key, of]);
      const thread = await this.lock.thread(actor, key);
      const original = await this.pointers.original(of);
      if (key !== of && thread.closeReason === 'duplicate' && thread.duplicateOf !== null && thread.duplicateOf === original?.id) return { threadKey: thread.id }; // asking twice is fine
      permit(canMarkDuplicate(actor, thread));
      if (original?.state !== 'visible') throw invalid({ field: 'ofId', code: 'unknown' }); // nobody is led to what not everyone sees
      if (original.id === thread.id || key === of) throw invalid({ field: 'ofId', code: 'same-thread' });
      if (!actor.isSuperUser) await this.limits.take(actor, 'duplicate');
      await this.db.query(
        `update thread set closed_at = coalesce(closed_at, now()), close_reason = 'duplicate', closed_by = $3, duplicate_of = $2 where id = $1`,
        [thread.id, original.id, actor.memberId],
      );
      await this.db.query(`update thread set duplicate_of = $2 where duplicate_of = $1 and close_reason = 'duplicate' and id <> $2`, [thread.id, original.id]);
      await this.db.query(
        `insert into subscription (member_id, kind, target_id, following)
         select member_id, 'thread', $2, true from subscription where kind = 'thread' and target_id = $1 and following order by member_id on conflict do nothing`,
        [thread.id, original.id],
      );
      if (!actor.is(thread.askerId)) {
        await this.log.write(actor, { act: 'mark-duplicate', threadId: thread.id, memberId: thread.askerId, reason: noteIn(note), details: { of: original.id } });
      }
      await this.events.record('DuplicateMarked', actor.memberId, { threadId: thread.id, ofId: original.id });
      return { threadKey: thread.id };
    });
  }
}
