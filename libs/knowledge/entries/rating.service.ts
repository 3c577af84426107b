import { Injectable } from '@nestjs/common';
import { Attempts, Limits } from '#accounts';
import type { Actor } from '#platform/access';
import { Database } from '#platform/database';
import { Events } from '#platform/events';
import { permit } from '#platform/graphql';
import { VisitorNames } from '../deflection/visitor.names.js';
import type { RateEntryInput } from './entry.inputs.js';
import { EntryLock } from './entry.lock.js';
import { canRate } from './entry.policy.js';

const UNHELPFUL = 3; // one may be in a bad mood, two may be friends

/** A member, or a guest by their network. */
export interface Rater {
  memberId: string | null;
  visitor: string | null;
}

/** Whether an entry helped, as people say. One word of each person; the last one counts. */
@Injectable()
export class RatingService {
  constructor(
    private readonly db: Database,
    private readonly lock: EntryLock,
    private readonly limits: Limits,
    private readonly attempts: Attempts,
    private readonly visitors: VisitorNames,
    private readonly events: Events,
  ) {}

  /** The key of the entry. */
  rate(actor: Actor, { entryId, helpful }: RateEntryInput): Promise<string> {
    return this.db.transaction(async () => {
      if (!actor.isMember) await this.attempts.guestWord(actor.network ?? ''); // before anything is locked: it is counted on another connection
      const entry = await this.lock.entry(actor, entryId);
      permit(canRate(actor, entry));
      if (actor.isMember) await this.limits.take(actor, 'deflection');
      await this.say(entry.id, actor.isMember ? { memberId: actor.memberId, visitor: null } : { memberId: null, visitor: await this.visitors.of(actor.network ?? '') }, helpful);
      return entry.id;
    });
  }

  /** Of a locked entry, inside a transaction. The same word twice is one. `postId`: the answer behind it, where that is what has helped. */
  async say(key: string, { memberId, visitor }: Rater, helpful: boolean, postId?: string): Promise<void> {
    const who = [memberId, visitor];
    const before = await this.db.one<{ helpful: boolean }>(`select helpful from knowledge_rating where entry_id = $1 and who = coalesce('m' || $2::bigint, $3)`, [key, ...who]);
    if (memberId && (postId || before?.helpful !== helpful)) await this.events.record('EntryRated', memberId, { entryId: key, ...(postId ? { postId } : {}) });
    if (before?.helpful === helpful) return;
    await this.db.query(
      `insert into knowledge_rating (entry_id, member_id, visitor, helpful) values ($1, $2, $3, $4) on conflict (entry_id, who) do update set helpful = excluded.helpful, created_at = now()`,
      [key, ...who, helpful],
    );
    const change = (said: boolean) => (helpful === said ? 1 : before ? -1 : 0);
    await this.db.query('update knowledge_entry set helpful = helpful + $2, not_helpful = not_helpful + $3, need = greatest(need + $2, 0) where id = $1', [key, change(true), change(false)]);
    await this.db.query(
      `select knowledge_look_again(array[id], array['not_helpful']) from knowledge_entry
       where id = $1 and not_helpful - not_helpful_reviewed >= ${UNHELPFUL} and not_helpful >= helpful and not 'not_helpful' = any(reasons)`,
      [key],
    );
  }
}
