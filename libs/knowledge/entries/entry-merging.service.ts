import { Injectable } from '@nestjs/common';
import { TAGS_MOST } from '#forum';
import type { Actor } from '#platform/access';
import { Database } from '#platform/database';
import { conflict, invalid, notFound, permit } from '#platform/graphql';
import type { MergeEntriesInput } from './entry.inputs.js';
import { EntryLock, type LockedEntry } from './entry.lock.js';
import { canPublish } from './entry.policy.js';

/** Two entries that say the same become one: its text is that of the one that stays, its sources are those of both. */
@Injectable()
export class EntryMergingService {
  constructor(
    private readonly db: Database,
    private readonly lock: EntryLock,
  ) {}

  /** The key of the one that stays. */
  merge(actor: Actor, { entryId, intoId }: MergeEntriesInput): Promise<string> {
    return this.db.transaction(async () => {
      // always in the same order, so that two who merge crosswise do not wait for each other
      const locked = new Map<string, LockedEntry | undefined>();
      for (const id of [entryId, intoId].toSorted()) locked.set(id, await this.lock.tryEntry(actor, id));
      const [goes, stays] = [locked.get(entryId), locked.get(intoId)];
      if (!goes) throw notFound();
      if (!stays || goes.id === stays.id || goes.kind !== stays.kind || goes.language !== stays.language) throw invalid({ field: 'intoId', code: 'unknown' });
      permit(canPublish(actor, goes));
      permit(canPublish(actor, stays));
      if (goes.waiting) throw conflict('changed-meanwhile'); // somebody's text would be lost unseen
      await this.db.query('insert into knowledge_source (entry_id, post_id, post_version) select $2, post_id, post_version from knowledge_source where entry_id = $1 on conflict do nothing', [goes.id, stays.id]);
      await this.db.query('insert into knowledge_question (entry_id, thread_id) select $2, thread_id from knowledge_question where entry_id = $1 on conflict do nothing', [goes.id, stays.id]);
      await this.db.query(
        `insert into knowledge_entry_tag (entry_id, tag_id) select $2, tag_id from knowledge_entry_tag new where entry_id = $1 and not exists (select from knowledge_entry_tag own where own.entry_id = $2 and own.tag_id = new.tag_id)
         order by tag_id limit greatest(0, ${TAGS_MOST} - (select count(*) from knowledge_entry_tag where entry_id = $2))`,
        [goes.id, stays.id],
      );
      await this.translations(goes, stays);
      await this.db.query(
        `insert into knowledge_rating (entry_id, member_id, visitor, helpful, created_at) select $2, member_id, visitor, helpful, created_at from knowledge_rating where entry_id = $1 and who is not null on conflict do nothing`,
        [goes.id, stays.id],
      );
      await this.db.query(
        `update knowledge_entry e set helpful = r.helpful, not_helpful = r.not_helpful, need = e.need + gone.need, version = version + 1
         from (select need from knowledge_entry where id = $2) gone, (select count(*) filter (where helpful)::int as helpful, count(*) filter (where not helpful)::int as not_helpful from knowledge_rating where entry_id = $1) r where e.id = $1`,
        [stays.id, goes.id],
      );
      await this.deflections(goes.id, stays.id);
      await this.db.query(`update knowledge_entry set state = 'archived', merged_into = $2, reasons = '{}', reasons_at = null, version = version + 1 where id = $1`, [goes.id, stays.id]);
      await this.db.query('update knowledge_entry set merged_into = $2 where merged_into = $1', [goes.id, stays.id]); // an address leads on in one step
      return stays.id;
    });
  }

  /** The same in other languages is the same as the one that stays, in each language that this has none in. */
  private async translations(goes: LockedEntry, stays: LockedEntry): Promise<void> {
    const original = stays.originalId ?? stays.id;
    await this.db.query(
      `update knowledge_entry e set original_id = case when exists (select from knowledge_entry same where same.language = e.language and (same.id = $2 or same.original_id = $2)) then null else $2::bigint end where e.original_id = $1`,
      [goes.id, original],
    );
    await this.db.query('update knowledge_entry set original_id = null where id = $1', [goes.id]);
    await this.db.query('update knowledge_entry e set original_id = $2 where e.id = $1 and e.id <> $2 and e.original_id is null and not exists (select from knowledge_entry other where other.original_id = e.id)', [stays.id, goes.originalId]);
  }

  /** What helped in either has helped in the one that stays: of one person and day what weighs more. */
  private async deflections(goes: string, stays: string): Promise<void> {
    const weight = (row: string) => `array_position(array['likely', 'failed', 'confirmed'], ${row}.outcome)`;
    await this.db.query(`delete from deflection d using deflection other where d.entry_id = $1 and other.entry_id = $2 and other.who = d.who and other.day = d.day and ${weight('d')} <= ${weight('other')}`, [goes, stays]);
    await this.db.query('delete from deflection other using deflection d where d.entry_id = $1 and other.entry_id = $2 and other.who = d.who and other.day = d.day', [goes, stays]);
    await this.db.query('update deflection set entry_id = $2 where entry_id = $1', [goes, stays]);
  }
}
