import { Injectable } from '@nestjs/common';
import { Limits } from '#accounts';
import { CategoryService, PrivateDataCheck, TagService } from '#forum';
import { type Actor, visibleTo } from '#platform/access';
import { cleanLine } from '#platform/content';
import { Database, decodeId } from '#platform/database';
import { invalid, permit } from '#platform/graphql';
import type { DecideEntryInput, EditEntryInput, RejectEntryInput, WriteEntryInput } from './entry.inputs.js';
import { EntryLock, type LockedEntry } from './entry.lock.js';
import { canArchive, canEditEntry, canPublish, canReject, canWriteEntry } from './entry.policy.js';
import { EntryState } from './entry.sets.js';
import { EntryTelling } from './entry.telling.js';
import { entryText } from './entry.text.js';
import { SourceVersions } from './source.versions.js';

export const REVIEW_DAYS = 90; // Guru's: what nobody has looked at for longer is believed by nobody

/** Articles and FAQ entries: written, changed, published, taken away. What everyone reads stays as it is until somebody publishes what waits. */
@Injectable()
export class EntryService {
  constructor(
    private readonly db: Database,
    private readonly lock: EntryLock,
    private readonly categories: CategoryService,
    private readonly tags: TagService,
    private readonly privateData: PrivateDataCheck,
    private readonly limits: Limits,
    private readonly sources: SourceVersions,
    private readonly telling: EntryTelling,
  ) {}

  /** A new draft; its key. */
  async write(actor: Actor, input: WriteEntryInput): Promise<string> {
    return this.db.transaction(async () => {
      permit(canWriteEntry(actor, input.kind));
      const categoryKey = await this.category(input.categoryId);
      const tagKeys = input.tags == null ? null : await this.tags.keysOf(input.tags);
      const originalKey = input.originalId == null ? null : await this.original(actor, input);
      await this.limits.take(actor, 'article');
      await this.privateData.check(actor, [{ field: 'title', text: input.title }, { field: 'text', text: input.text }], input.privateDataConfirmation);
      const { title, slug, source, html, renderer } = entryText(input.kind, input.title, input.text);
      const entry = await this.db.one<{ id: string }>(
        `insert into knowledge_entry (kind, title, slug, source, html, renderer, category_id, language, owner_id, original_id) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) returning id`,
        [input.kind, title, slug, source, html, renderer, categoryKey, input.language, actor.memberId, originalKey],
      );
      await this.answers(actor, entry!.id, input.threadIds ?? []);
      if (tagKeys) await this.tag(entry!.id, tagKeys);
      else await this.db.query('insert into knowledge_entry_tag (entry_id, tag_id) select $1, tag_id from knowledge_entry_tag where entry_id = $2', [entry!.id, originalKey]);
      return entry!.id;
    });
  }

  /** Changes a draft; of what was published, the change waits beside it. */
  async edit(actor: Actor, input: EditEntryInput): Promise<string> {
    return this.db.transaction(async () => {
      const entry = await this.lock.entry(actor, input.entryId, input.basedOn);
      permit(canEditEntry(actor, entry));
      const before = entry.waiting ?? entry;
      const categoryKey = input.categoryId == null ? entry.categoryId : await this.category(input.categoryId);
      const tagKeys = input.tags == null ? null : await this.tags.keysOf(input.tags);
      await this.privateData.check(actor, [{ field: 'title', text: input.title }, { field: 'text', text: input.text }], input.privateDataConfirmation, [entry.title, entry.source, before.title, before.source, ...(await this.said(entry.id))]);
      await this.limits.take(actor, 'edit');
      if (input.sourcesTaken) await this.sources.taken(entry.id);
      const text = entryText(entry.kind, input.title ?? before.title, input.text ?? before.source);
      if (categoryKey !== entry.categoryId) await this.db.query('update knowledge_entry set category_id = $2, version = version + 1 where id = $1', [entry.id, categoryKey]);
      if (tagKeys) await this.tag(entry.id, tagKeys);
      if (text.title === before.title && text.source === before.source) return entry.id;
      if (entry.neverPublished) await this.rewrite(entry.id, text, entry.state === EntryState.rejected);
      else await this.db.query('update knowledge_entry set waiting_title = $2, waiting_source = $3, waiting_by = $4, waiting_at = now(), version = version + 1 where id = $1', [entry.id, text.title, text.source, actor.memberId]);
      return entry.id;
    });
  }

  /** What waits is what everyone reads from now on; where nothing waits, it is still right. Either way somebody has looked at it. */
  async publish(actor: Actor, input: DecideEntryInput): Promise<string> {
    return this.db.transaction(async () => {
      const entry = await this.lock.entry(actor, input.entryId, input.basedOn);
      permit(canPublish(actor, entry));
      if (entry.waiting) await this.rewrite(entry.id, entryText(entry.kind, entry.waiting.title, entry.waiting.source), false);
      const isNew = entry.neverPublished || entry.waiting !== null;
      await this.db.query(
        `update knowledge_entry set state = 'published', withdrawn = false, reasons = '{}', reasons_at = null, told_at = null, rejected_reason = null, waiting_title = null, waiting_source = null, waiting_by = null, waiting_at = null,
           published_at = coalesce(published_at, now()), changed_at = case when $2 then now() else changed_at end, review_due = current_date + ${REVIEW_DAYS}, not_helpful_reviewed = not_helpful, owner_id = coalesce(owner_id, $3), version = version + 1
         where id = $1`,
        [entry.id, isNew, actor.memberId],
      );
      if (isNew) {
        await this.keepVersion(actor, entry);
        await this.telling.published(actor, entry);
      }
      await this.sources.taken(entry.id);
      return entry.id;
    });
  }

  /** The change that waits is not wanted; what everyone reads stays. Twice is fine. */
  async discardEdit(actor: Actor, input: DecideEntryInput): Promise<string> {
    return this.db.transaction(async () => {
      const entry = await this.lock.entry(actor, input.entryId, input.basedOn);
      permit(canEditEntry(actor, entry));
      if (entry.waiting) await this.db.query('update knowledge_entry set waiting_title = null, waiting_source = null, waiting_by = null, waiting_at = null, version = version + 1 where id = $1', [entry.id]);
      return entry.id;
    });
  }

  /** It was proposed or begun, and is not wanted. What was rejected stays known, so that it is not proposed again. */
  async reject(actor: Actor, input: RejectEntryInput): Promise<string> {
    return this.db.transaction(async () => {
      const entry = await this.lock.entry(actor, input.entryId, input.basedOn);
      permit(canReject(actor, entry));
      await this.db.query(`update knowledge_entry set state = 'rejected', rejected_reason = $2, reasons = '{}', reasons_at = null, version = version + 1 where id = $1`, [entry.id, cleanLine(input.reason)!.trim()]);
      await this.telling.rejected(actor, entry);
      return entry.id;
    });
  }

  /** Takes it from the site; published again, it is back. Twice is fine. */
  async archive(actor: Actor, input: DecideEntryInput): Promise<string> {
    return this.db.transaction(async () => {
      const entry = await this.lock.entry(actor, input.entryId, input.basedOn);
      permit(canArchive(actor, entry));
      if (entry.state !== EntryState.archived) await this.db.query(`update knowledge_entry set state = 'archived', reasons = '{}', reasons_at = null, version = version + 1 where id = $1`, [entry.id]);
      return entry.id;
    });
  }

  private async rewrite(key: string, { title, slug, source, html, renderer }: ReturnType<typeof entryText>, isBack: boolean): Promise<void> {
    await this.db.query(
      `update knowledge_entry set title = $2, slug = $3, source = $4, html = $5, renderer = $6, version = version + 1, state = case when $7 then 'draft' else state end where id = $1`,
      [key, title, slug, source, html, renderer, isBack],
    );
  }

  private async keepVersion(actor: Actor, { id, waiting, ownerId }: LockedEntry): Promise<void> {
    await this.db.query(
      `insert into knowledge_version (entry_id, number, title, source, html, author_id, published_by)
       select e.id, coalesce((select max(number) from knowledge_version v where v.entry_id = e.id), 0) + 1, e.title, e.source, e.html, (select m.id from member m where m.id = $2), $3 from knowledge_entry e where e.id = $1`,
      [id, waiting ? waiting.authorId : (ownerId ?? actor.memberId), actor.memberId],
    );
  }

  /** It has these, and no others. */
  private async tag(key: string, tagKeys: readonly string[]): Promise<void> {
    const changed = await this.db.query(
      `with gone as (delete from knowledge_entry_tag where entry_id = $1 and tag_id <> all($2) returning 1),
         come as (insert into knowledge_entry_tag (entry_id, tag_id) select $1, unnest($2::bigint[]) on conflict do nothing returning 1)
       select from gone union all select from come`,
      [key, tagKeys],
    );
    if (changed.length === 0) return;
    await this.db.query('update knowledge_entry set version = version + 1 where id = $1', [key]);
    await this.db.query('insert into search_mark (entry_id) values ($1)', [key]); // it is found by them
  }

  /** The questions it was written for, as far as the writer sees them. */
  private async answers(actor: Actor, key: string, threadIds: readonly string[]): Promise<void> {
    const threads = threadIds.flatMap((id) => decodeId('thread', id) ?? []);
    if (threads.length === 0) return;
    await this.db.query(
      `with marked as (update thread set has_knowledge = true where id in (select t.id from thread t where t.id = any($2) and t.kind = 'question' and ${visibleTo(actor, 't')} order by t.id for no key update) returning id)
       insert into knowledge_question (entry_id, thread_id) select $1, id from marked`,
      [key, threads],
    );
  }

  /** What the answers say that it was made from: public already. */
  private async said(key: string): Promise<string[]> {
    return (await this.db.query<{ source: string }>('select p.source from knowledge_source s join post p on p.id = s.post_id where s.entry_id = $1', [key])).map(({ source }) => source);
  }

  private async category(id: string): Promise<string> {
    const key = decodeId('category', id);
    if (!key || (await this.categories.byIds([key])).size === 0) throw invalid({ field: 'categoryId', code: 'unknown' });
    return key;
  }

  private async original(actor: Actor, { kind, language, originalId }: WriteEntryInput): Promise<string> {
    const original = await this.lock.tryEntry(actor, originalId!);
    if (!original || original.kind !== kind || original.language === language || original.originalId !== null) throw invalid({ field: 'originalId', code: 'unknown' });
    const taken = await this.db.one('select from knowledge_entry where original_id = $1 and language = $2', [original.id, language]);
    if (taken) throw invalid({ field: 'originalId', code: 'taken' });
    return original.id;
  }
}
