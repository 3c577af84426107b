import { Injectable } from '@nestjs/common';
import type { Actor } from '#platform/access';
import { Database } from '#platform/database';

/** What was done about somebody else's post or thread, or to a member. Names are kept in the log: never change one. */
export type ModerationAct =
  | 'edit-post' | 'hide-revision' | 'show-revision' | 'delete-post' | 'restore-post' | 'hide-post' | 'show-post'
  | 'close-thread' | 'reopen-thread' | 'move-thread'
  | 'accept-answer' | 'unaccept-answer'
  | 'merge-threads' | 'split-thread' | 'mark-duplicate' | 'unmark-duplicate'
  | 'give-notice' | 'silence-member' | 'suspend-member' | 'ask-renewal' | 'renew-suspension' | 'refuse-renewal' | 'lift-sanction'
  | 'uphold-decision' | 'lift-decision';

export interface ModerationEntry {
  act: ModerationAct;
  /** Keys, not ids. */
  threadId?: string | null;
  postId?: string | null;
  /** Whom it concerns: the author, mostly. */
  memberId?: string | null;
  reason?: string | null;
  details?: Record<string, string | number | boolean | null>;
}

/** The log of what those who keep order did: written in the act's own transaction, and never changed (a trigger refuses). */
@Injectable()
export class ModerationLog {
  constructor(private readonly db: Database) {}

  /** `actor`: null where several reports did it. */
  async write(actor: Actor | null, { act, threadId = null, postId = null, memberId = null, reason = null, details = {} }: ModerationEntry): Promise<void> {
    if (!this.db.inTransaction) throw new Error(`${act} was logged outside a transaction: the log could tell of what never happened.`);
    await this.db.query(
      'insert into moderation_entry (actor_id, act, thread_id, post_id, member_id, reason, details) values ($1, $2, $3, $4, $5, $6, $7)',
      [actor?.memberId ?? null, act, threadId, postId, memberId, reason, JSON.stringify(details)],
    );
  }
}
