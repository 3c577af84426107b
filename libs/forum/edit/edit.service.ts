import { Injectable } from '@nestjs/common';
import { Limits } from '#accounts';
import type { Actor } from '#platform/access';
import { cleanLine, cleanText } from '#platform/content';
import { Database, decodeId } from '#platform/database';
import { Events } from '#platform/events';
import { conflict, type FieldFault, invalid, permit, tooFast } from '#platform/graphql';
import { detectLanguage } from '#platform/language';
import { Screening } from '#screening';
import type { Written } from '../answer/answer.service.js';
import { fieldsJson } from '../fields/field.reader.js';
import { saySame, ThreadFields, type Values } from '../fields/thread.fields.js';
import { Holding } from '../holding/holding.js';
import { ModerationLog } from '../moderation/moderation.log.js';
import { COMMENT_LENGTH } from '../post/post.type.js';
import { PostWriter } from '../post/post.writer.js';
import { PrivateDataCheck } from '../private-data/private-data.check.js';
import { TagService } from '../tag/tag.service.js';
import { type LockedPost, type LockedThread, ThreadLock } from '../thread/thread.lock.js';
import { threadSlug } from '../thread/thread.slug.js';
import { BODY_LENGTH } from '../thread/thread.type.js';
import { canEdit, EDITS_A_DAY, isSilent } from './edit.policy.js';
import type { EditPostInput } from './edit.type.js';

interface Text {
  source: string;
  title: string | null;
  tagKeys: string[];
  /** Where the fields of the category are to be changed. */
  fields?: Values;
  /** What stood in them. */
  fieldsBefore?: Values;
}

@Injectable()
export class EditService {
  constructor(
    private readonly db: Database,
    private readonly lock: ThreadLock,
    private readonly posts: PostWriter,
    private readonly tags: TagService,
    private readonly fields: ThreadFields,
    private readonly log: ModerationLog,
    private readonly events: Events,
    private readonly limits: Limits,
    private readonly privateData: PrivateDataCheck,
    private readonly screening: Screening,
    private readonly holding: Holding,
  ) {}

  /** Changes what was written; what stood there before becomes a revision. */
  async edit(actor: Actor, input: EditPostInput): Promise<Written> {
    const texts = [input.title, input.body, ...(input.fields ?? []).map(({ value }) => value)];
    const hold = await this.screening.look(actor, { kind: 'edit', texts, writing: input.writing, postKey: decodeId('post', input.postId) });
    return this.db.transaction(async () => {
      const post = await this.lock.postInThread(actor, decodeId('post', input.postId));
      permit(canEdit(actor, post, post.now));
      const written = { postKey: post.id, threadKey: post.threadId };
      const before = await this.present(post);
      const after = await this.wanted(post, before, input);
      if (isSame(before, after)) return written; // sent twice, or nothing changed: no reason to trouble anybody
      if (post.version !== input.basedOn) throw conflict('changed-meanwhile');
      const silent = isSilent(actor, post, await this.reacted(post), post.now);
      const reason = input.reason == null ? null : cleanLine(input.reason) || null;
      if (!actor.isSuperUser) await this.limits.post(actor, 'edit', after.source); // or what a newcomer may not post, they would edit in
      await this.warn(actor, before, after, input);
      if (!silent) await this.keep(actor, post, reason);
      const named = await this.posts.rewrite(post, after.source, silent, actor.memberId);
      if (post.kind === 'opening') await this.rewriteThread(post, before, after);
      if (!actor.is(post.authorId)) {
        await this.log.write(actor, { act: 'edit-post', threadId: post.threadId, postId: post.id, memberId: post.authorId, reason, details: { version: post.version + 1 } });
      }
      await this.events.record('PostEdited', actor.memberId, { threadId: post.threadId, postId: post.id, ...(named.length > 0 ? { named } : {}) });
      if (hold && post.state === 'visible') await this.holding.hold(actor, post, hold);
      return written;
    });
  }

  /** Says other things in the fields of a thread; what stood there is kept as a revision of its opening. The caller holds the lock of the thread, and has permitted and checked it. */
  async refill(actor: Actor, threadKey: string, values: Values): Promise<void> {
    const opening = await this.db.one<{ id: string }>(`select id from post where thread_id = $1 and kind = 'opening'`, [threadKey]);
    const post = await this.lock.postInThread(actor, opening!.id);
    const { source } = await this.present(post);
    await this.keep(actor, post, null);
    const named = await this.posts.rewrite(post, source, false, actor.memberId);
    await this.fields.rewrite(threadKey, values);
    await this.events.record('PostEdited', actor.memberId, { threadId: threadKey, postId: post.id, ...(named.length > 0 ? { named } : {}) });
  }

  private async present(post: LockedPost): Promise<Text> {
    return (await this.db.one<Text>(
      `select p.source, case when p.kind = 'opening' then t.title end as title,
         array(select tt.tag_id::text from thread_tag tt where p.kind = 'opening' and tt.thread_id = t.id order by tt.tag_id) as "tagKeys"
       from post p join thread t on t.id = p.thread_id where p.id = $1`,
      [post.id],
    ))!;
  }

  /** The text as it is to be; what the kind of post does not take is named at its field. */
  private async wanted({ kind, lockedThread }: LockedPost & { lockedThread: LockedThread }, before: Text, { body, title, tags, fields }: EditPostInput): Promise<Text> {
    const faults: FieldFault[] = [];
    const source = body == null ? before.source : cleanText(body)!;
    const length = kind === 'comment' ? COMMENT_LENGTH : BODY_LENGTH;
    if (body != null && [...source.trim()].length < length.min) faults.push({ field: 'body', code: 'too-short', limit: length.min });
    if (body != null && [...source].length > length.max) faults.push({ field: 'body', code: 'too-long', limit: length.max });
    if (kind !== 'opening' && title != null) faults.push({ field: 'title', code: 'malformed' });
    if (kind !== 'opening' && tags != null) faults.push({ field: 'tags', code: 'malformed' });
    if (kind !== 'opening' && fields != null) faults.push({ field: 'fields', code: 'malformed' });
    const read = kind === 'opening' && tags != null ? await this.tags.read(tags) : null;
    faults.push(...(read?.faults ?? []));
    const said = kind === 'opening' && fields != null ? await this.fields.change(lockedThread, fields) : null;
    faults.push(...(said?.faults ?? []));
    if (faults.length > 0) throw invalid(...faults);
    const tagKeys = read ? read.keys.sort((a, b) => Number(BigInt(a) - BigInt(b))) : before.tagKeys;
    return { source, title: title == null ? before.title : cleanLine(title)!, tagKeys, ...(said ? { fieldsBefore: said.before } : {}), ...(said && !saySame(said.before, said.after) ? { fields: said.after } : {}) };
  }

  /** Whether somebody else has done anything about the post: from then on its text is what they saw. */
  private async reacted(post: LockedPost): Promise<boolean> {
    const row = await this.db.one<{ reacted: boolean }>(
      `select exists (select from vote where post_id = $1)
         or exists (select from also_solved where post_id = $1)
         or exists (select from post c where c.parent_id = $1 and c.author_id is distinct from $3)
         or exists (select from thread where id = $2 and accepted_post_id = $1)
         or ($4 and (exists (select from same_problem where thread_id = $2)
           or exists (select from post a where a.thread_id = $2 and a.kind = 'answer' and a.author_id is distinct from $3))) as reacted`,
      [post.id, post.threadId, post.authorId, post.kind === 'opening'],
    );
    return row!.reacted;
  }

  /** Of what the post did not hold before. */
  private async warn(actor: Actor, before: Text, after: Text, { body, title, fields, reason, privateDataConfirmation }: EditPostInput): Promise<void> {
    const texts = [{ field: 'title', text: title }, { field: 'body', text: body }, ...(fields ?? []).map(({ key, value }) => ({ field: `fields.${key}`, text: value })), { field: 'reason', text: reason }];
    await this.privateData.check(actor, texts, privateDataConfirmation, [before.source, before.title, ...(after.fieldsBefore?.values() ?? [])]);
  }

  private async keep(actor: Actor, post: LockedPost, reason: string | null): Promise<void> {
    if (!actor.isSuperUser) await this.limit(actor);
    await this.db.query(
      `insert into revision (post_id, number, version, editor_id, source, title, tags, fields, reason)
       select p.id, coalesce((select max(number) from revision where post_id = p.id), 0) + 1, p.version + 1, $2, p.source, case when p.kind = 'opening' then t.title end,
         case when p.kind = 'opening' then array(select g.name from thread_tag tt join tag g on g.id = tt.tag_id where tt.thread_id = t.id order by g.name) end,
         case when p.kind = 'opening' then coalesce(${fieldsJson('t.id')}, '[]')::jsonb end, $3
       from post p join thread t on t.id = p.thread_id where p.id = $1`,
      [post.id, actor.memberId, reason],
    );
  }

  private async limit(actor: Actor): Promise<void> {
    const row = await this.db.one<{ edits: number; free: Date }>(
      `select count(*)::int as edits, min(created_at) + interval '1 day' as free
       from (select created_at from revision where editor_id = $1 and created_at > now() - interval '1 day' order by created_at desc limit ${EDITS_A_DAY}) latest`,
      [actor.memberId],
    );
    if (row!.edits >= EDITS_A_DAY) throw tooFast(row!.free);
  }

  /** Title, address and language follow the text; an old address leads on, because the id in it does the finding. */
  private async rewriteThread(post: LockedPost, before: Text, after: Text): Promise<void> {
    await this.db.query('update thread set title = $2, slug = $3, language = coalesce($4, language) where id = $1', [
      post.threadId, after.title, threadSlug(after.title!), detectLanguage(`${after.title} ${after.source}`),
    ]);
    if (after.fields) await this.fields.rewrite(post.threadId, after.fields);
    const added = after.tagKeys.filter((key) => !before.tagKeys.includes(key));
    const removed = before.tagKeys.filter((key) => !after.tagKeys.includes(key));
    if (added.length + removed.length === 0) return;
    await this.db.query('delete from thread_tag where thread_id = $1 and tag_id = any($2)', [post.threadId, removed]);
    await this.db.query('insert into thread_tag (thread_id, tag_id) select $1, unnest($2::bigint[])', [post.threadId, added]);
    if (post.thread.state !== 'visible') return; // tags count what everyone sees
    await this.db.query(
      `update tag set thread_count = thread_count + case when id = any($1) then 1 else -1 end
       where id in (select id from tag where id = any($1) or id = any($2) order by id for no key update)`,
      [added, removed],
    );
  }
}

function isSame(a: Text, b: Text): boolean {
  return a.source === b.source && a.title === b.title && a.tagKeys.join() === b.tagKeys.join() && b.fields === undefined;
}
