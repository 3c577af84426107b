import { Injectable } from '@nestjs/common';
import type { Actor, Language } from '#platform/access';
import { Database, decodeId } from '#platform/database';
import { conflict, notFound } from '#platform/graphql';
import { type EntryFacts, entryVisibleTo } from './entry.policy.js';

export interface LockedEntry extends EntryFacts {
  id: string;
  version: number;
  title: string;
  source: string;
  language: Language;
  categoryId: string;
  waiting: { title: string; source: string; authorId: string | null } | null;
  notHelpful: number;
  neverPublished: boolean;
  originalId: string | null;
}

/** The load step of whatever changes an entry: the row, locked until the transaction ends, as far as the actor may see it. */
@Injectable()
export class EntryLock {
  constructor(private readonly db: Database) {}

  /** `basedOn`: the version that was seen; another one by now is a Conflict. */
  async entry(actor: Actor, id: string, basedOn?: number | null): Promise<LockedEntry> {
    const row = await this.tryEntry(actor, id);
    if (!row) throw notFound();
    if (basedOn != null && basedOn !== row.version) throw conflict('changed-meanwhile');
    return row;
  }

  /** The same where its absence is a fault of what was typed. */
  async tryEntry(actor: Actor, id: string): Promise<LockedEntry | undefined> {
    const key = decodeId('entry', id);
    return key === null ? undefined : await this.db.one<LockedEntry>(
      `select e.id, e.kind, e.state, e.owner_id as "ownerId", e.state in ('published', 'needs_review') and not e.withdrawn as "isPublic", e.merged_into is not null as "isMerged", e.version, e.title, e.source,
         e.language, e.category_id as "categoryId", e.not_helpful as "notHelpful", e.published_at is null as "neverPublished", e.original_id as "originalId",
         case when e.waiting_source is not null then json_build_object('title', e.waiting_title, 'source', e.waiting_source, 'authorId', e.waiting_by::text) end as waiting
       from knowledge_entry e where e.id = $1 and ${entryVisibleTo(actor, 'e')} for no key update`,
      [key],
    );
  }
}
