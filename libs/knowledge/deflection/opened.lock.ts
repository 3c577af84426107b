import { Injectable } from '@nestjs/common';
import { ThreadLock } from '#forum';
import type { Actor } from '#platform/access';
import { Database, decodeId } from '#platform/database';
import { invalid, permit } from '#platform/graphql';
import { EntryLock } from '../entries/entry.lock.js';
import { canSayOfOpened, canSayOfOpenedEntry } from './deflection.policy.js';

/** What somebody opened while they were about to ask, locked. */
export interface Opened {
  column: 'thread_id' | 'entry_id';
  key: string;
  /** Whose answer it shows as the one that counts; of an entry, the best of those it was made from. */
  helper: { postId: string; authorId: string | null } | null;
}

/** Which one, as an input names it. */
export interface OpenedIds {
  threadId?: string | null;
  entryId?: string | null;
}

/** The load step of whatever is said of something opened: locked until the transaction ends, and only where the actor may say it. */
@Injectable()
export class OpenedLock {
  constructor(
    private readonly db: Database,
    private readonly threads: ThreadLock,
    private readonly entries: EntryLock,
  ) {}

  async opened(actor: Actor, { threadId = null, entryId = null }: OpenedIds): Promise<Opened> {
    if ((threadId === null) === (entryId === null)) throw invalid({ field: 'threadId', code: threadId === null ? 'required' : 'malformed' });
    return entryId === null ? this.thread(actor, threadId!) : this.entry(actor, entryId);
  }

  private async thread(actor: Actor, id: string): Promise<Opened> {
    const thread = await this.threads.presentThread(actor, decodeId('thread', id));
    const helper = await this.helper(`thread_id = $1 and (id = $2 or (kind = 'answer' and official)) order by (id = $2) is true desc, id`, [thread.id, thread.acceptedPostId]);
    permit(canSayOfOpened(actor, { state: thread.state, askerId: thread.askerId, helperId: helper?.authorId ?? null }));
    return { column: 'thread_id', key: thread.id, helper };
  }

  private async entry(actor: Actor, id: string): Promise<Opened> {
    const entry = await this.entries.entry(actor, id);
    const helper = await this.helper('id in (select post_id from knowledge_source where entry_id = $1) order by official desc, score desc, id', [entry.id]);
    permit(canSayOfOpenedEntry(actor, entry, helper?.authorId ?? null));
    return { column: 'entry_id', key: entry.id, helper };
  }

  private async helper(which: string, parameters: unknown[]): Promise<Opened['helper']> {
    return (await this.db.one<NonNullable<Opened['helper']>>(`select id as "postId", author_id as "authorId" from post where state = 'visible' and ${which} limit 1`, parameters)) ?? null;
  }
}
