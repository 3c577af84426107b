import { Injectable } from '@nestjs/common';
import type { Actor } from '#platform/access';
import { Database } from '#platform/database';
import { Events } from '#platform/events';
import type { LockedEntry } from './entry.lock.js';

/** Whom a decision about an entry concerns: who wrote what was decided about, and whose answers everyone reads now. */
@Injectable()
export class EntryTelling {
  constructor(
    private readonly db: Database,
    private readonly events: Events,
  ) {}

  async published(actor: Actor, entry: LockedEntry): Promise<void> {
    const memberId = writerOf(entry);
    if (memberId && !actor.is(memberId)) await this.events.record('EntryPublished', actor.id, { memberId, entryId: entry.id });
    if (entry.neverPublished) await this.tellSources(actor, entry.id);
  }

  async rejected(actor: Actor, entry: LockedEntry): Promise<void> {
    const memberId = writerOf(entry);
    if (memberId && !actor.is(memberId) && entry.state === 'draft') await this.events.record('EntryRejected', actor.id, { memberId, entryId: entry.id });
  }

  private async tellSources(actor: Actor, entryId: string): Promise<void> {
    const sources = await this.db.query<{ postId: string; threadId: string }>('select p.id as "postId", p.thread_id as "threadId" from knowledge_source s join post p on p.id = s.post_id where s.entry_id = $1 order by p.id', [entryId]);
    for (const { postId, threadId } of sources) await this.events.record('AnswerBecameKnowledge', actor.id, { threadId, postId, entryId });
  }
}

/** Of the change that waits; of a draft, who began it. */
function writerOf({ waiting, ownerId }: LockedEntry): string | null {
  return waiting ? waiting.authorId : ownerId;
}
