import { Injectable } from '@nestjs/common';
import { Limits } from '#accounts';
import { PrivateDataCheck } from '#forum';
import type { Actor } from '#platform/access';
import { Database, decodeId } from '#platform/database';
import { invalid, permit } from '#platform/graphql';
import type { SplitEntryInput } from './entry.inputs.js';
import { EntryLock } from './entry.lock.js';
import { canPublish } from './entry.policy.js';
import { entryText } from './entry.text.js';
import { SourceVersions } from './source.versions.js';

/** An entry that answers two questions becomes two: the new one is a draft, what everyone reads stays until somebody edits it. */
@Injectable()
export class SplittingService {
  constructor(
    private readonly db: Database,
    private readonly lock: EntryLock,
    private readonly privateData: PrivateDataCheck,
    private readonly limits: Limits,
    private readonly sources: SourceVersions,
  ) {}

  /** The key of the new one. */
  split(actor: Actor, { entryId, basedOn, title, text, threadIds, privateDataConfirmation }: SplitEntryInput): Promise<string> {
    return this.db.transaction(async () => {
      const entry = await this.lock.entry(actor, entryId, basedOn);
      permit(canPublish(actor, entry));
      const threads = threadIds.map((id) => decodeId('thread', id));
      await this.limits.take(actor, 'article');
      await this.privateData.check(actor, [{ field: 'title', text: title }, { field: 'text', text }], privateDataConfirmation, [entry.title, entry.source, entry.waiting?.source ?? '']);
      const { slug, source, html, renderer, title: clean } = entryText(entry.kind, title, text);
      const made = (await this.db.one<{ id: string }>(
        `insert into knowledge_entry (kind, title, slug, source, html, renderer, category_id, language, owner_id) values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning id`,
        [entry.kind, clean, slug, source, html, renderer, entry.categoryId, entry.language, actor.memberId],
      ))!.id;
      await this.db.query('insert into knowledge_entry_tag (entry_id, tag_id) select $2, tag_id from knowledge_entry_tag where entry_id = $1', [entry.id, made]);
      const moved = await this.db.query(
        'with gone as (delete from knowledge_question where entry_id = $1 and thread_id = any($3) returning thread_id) insert into knowledge_question (entry_id, thread_id) select $2, thread_id from gone returning thread_id',
        [entry.id, made, threads],
      );
      await this.moveSources(entry.id, made, threads);
      const known = await this.db.query('select distinct p.thread_id from knowledge_source s join post p on p.id = s.post_id where s.entry_id = $1 and p.thread_id = any($2)', [made, threads]);
      if (moved.length === 0 && known.length === 0 && threads.length > 0) throw invalid({ field: 'threadIds', code: 'unknown' });
      await this.db.query('update knowledge_entry set version = version + 1 where id = $1', [entry.id]);
      await this.db.query('insert into search_mark (entry_id) values ($1)', [entry.id]); // it is found by the titles of the questions it answers
      await this.sources.taken(made);
      return made;
    });
  }

  /** The answers in the threads that go along; where none does, or none would be left, both say the same answers. */
  private async moveSources(from: string, to: string, threads: readonly (string | null)[]): Promise<void> {
    const sources = await this.db.query<{ post: string; goes: boolean }>('select s.post_id as post, p.thread_id = any($2) as goes from knowledge_source s join post p on p.id = s.post_id where s.entry_id = $1', [from, threads]);
    const going = sources.filter(({ goes }) => goes).map(({ post }) => post);
    const isShared = going.length === 0 || going.length === sources.length;
    const posts = isShared ? sources.map(({ post }) => post) : going;
    await this.db.query('insert into knowledge_source (entry_id, post_id) select $1, post from unnest($2::bigint[]) s (post)', [to, posts]);
    if (!isShared) await this.db.query('delete from knowledge_source where entry_id = $1 and post_id = any($2)', [from, posts]);
  }
}
