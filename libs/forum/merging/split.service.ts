import { Inject, Injectable } from '@nestjs/common';
import type { Actor, Language } from '#platform/access';
import { cleanLine } from '#platform/content';
import { Database, decodeId } from '#platform/database';
import { Events } from '#platform/events';
import { invalid, permit } from '#platform/graphql';
import { RUNTIME, type Runtime } from '#platform/runtime';
import { noteIn } from '../closing/closing.service.js';
import { ModerationLog } from '../moderation/moderation.log.js';
import { PostWriter } from '../post/post.writer.js';
import { PrivateDataCheck } from '../private-data/private-data.check.js';
import { lastSeenOf } from '../thread/thread.activity.js';
import { type LockedThread, ThreadLock } from '../thread/thread.lock.js';
import { canSplit, canSplitOff } from './merging.policy.js';
import type { SplitThreadInput } from './merging.type.js';
import { splitNotes } from './split.notes.js';
import { threadSlug } from '../thread/thread.slug.js';

interface Named {
  id: string;
  title: string;
  slug: string;
  language: Language;
}

/** Makes answers of a thread into a thread of their own: the oldest is its opening, comments go with what they stand under. */
@Injectable()
export class SplitService {
  constructor(
    private readonly db: Database,
    private readonly lock: ThreadLock,
    private readonly posts: PostWriter,
    private readonly log: ModerationLog,
    private readonly events: Events,
    private readonly privateData: PrivateDataCheck,
    @Inject(RUNTIME) private readonly runtime: Runtime,
  ) {}

  async split(actor: Actor, { threadId, postIds, title, categoryId, note, privateDataConfirmation }: SplitThreadInput): Promise<{ threadKey: string }> {
    return this.db.transaction(async () => {
      const thread = await this.lock.thread(actor, decodeId('thread', threadId));
      permit(canSplit(actor, thread));
      const [opening, ...others] = await this.chosen(actor, thread, postIds);
      await this.privateData.check(actor, [{ field: 'title', text: title }], privateDataConfirmation);
      const made = await this.open(thread, opening!, cleanLine(title)!, categoryId);
      const keys = [opening!, ...others];
      const isAccepted = thread.acceptedPostId !== null && keys.includes(thread.acceptedPostId);
      if (isAccepted) await this.db.query('update thread set accepted_post_id = null where id = $1', [thread.id]);
      await this.db.query('delete from also_solved where post_id = $1', [opening]);
      await this.db.query(
        `update post set thread_id = $1, kind = case when id = $2 then 'opening' else kind end, also_solved_count = case when id = $2 then 0 else also_solved_count end,
           official_at = case when id = $2 then null else official_at end, official_by = case when id = $2 then null else official_by end
         where id = any($3) or parent_id = any($3)`,
        [made.id, opening, keys],
      );
      await this.sum(thread.id, made.id, isAccepted);
      await this.follow(thread.id, made.id);
      await this.tellWhere(actor, thread, made, keys.length);
      await this.log.write(actor, { act: 'split-thread', threadId: thread.id, memberId: thread.askerId, reason: noteIn(note), details: { into: made.id, answers: keys.length } });
      if (isAccepted) await this.events.record('AnswerUnaccepted', actor.memberId, { threadId: thread.id, postId: thread.acceptedPostId! });
      await this.events.record('ThreadSplit', actor.memberId, { threadId: thread.id, intoId: made.id });
      return { threadKey: made.id };
    });
  }

  /** The answers, locked, the oldest first: all of this thread, and in sight of everyone. */
  private async chosen(actor: Actor, thread: LockedThread, ids: readonly string[]): Promise<string[]> {
    const wanted = [...new Set(ids.map((id) => decodeId('post', id)))];
    const rows = await this.db.query<{ id: string; official: boolean }>(
      `select id, official from post where id = any($1) and thread_id = $2 and kind = 'answer' and state = 'visible' order by id for update`,
      [wanted.filter((key) => key !== null), thread.id],
    );
    if (rows.length === 0 || rows.length !== wanted.length) throw invalid({ field: 'postIds', code: 'unknown' });
    for (const row of rows) permit(canSplitOff(actor, row));
    return rows.map(({ id }) => id);
  }

  /** The new thread: asked by whoever wrote its opening, when they wrote it. What answers an announcement is talk. */
  private async open(thread: LockedThread, opening: string, title: string, categoryId: string): Promise<Named> {
    const [category] = await this.db.query<{ id: string }>('update category set thread_count = thread_count + 1 where id = $1 returning id', [decodeId('category', categoryId)]);
    if (!category) throw invalid({ field: 'categoryId', code: 'unknown' });
    const made = await this.db.one<Named>(
      `insert into thread (kind, title, slug, category_id, author_id, author_name, language, created_at)
       select case t.kind when 'announcement' then 'discussion' else t.kind end, $3, $4, $5, p.author_id, p.author_name, t.language, p.created_at
       from thread t join post p on p.id = $2 where t.id = $1 returning id, title, slug, language`,
      [thread.id, opening, title, threadSlug(title), category.id],
    );
    return made!;
  }

  /** The old thread keeps its place in the lists, but where what left it had put it there. */
  private async sum(from: string, to: string, tookAccepted: boolean): Promise<void> {
    await this.db.query(
      `update thread t set answer_count = (select count(*) from post p where p.thread_id = t.id and p.kind = 'answer' and p.state = 'visible'),
         has_official = exists (select from post p where p.thread_id = t.id and p.kind = 'answer' and p.official and p.state = 'visible'),
         last_activity_at = case when t.id = $2 then ${lastSeenOf('t.id')}
           when t.last_activity_at <= greatest((select max(p.created_at) from post p where p.thread_id = $2), case when $3 then t.accepted_at end)
           then coalesce(${lastSeenOf('t.id', 't.last_activity_at')}, t.last_activity_at) else t.last_activity_at end
       where t.id in ($1, $2)`,
      [from, to, tookAccepted],
    );
  }

  /** Who wrote what moved hears of what follows on it, and has read of it what they had read. */
  private async follow(from: string, to: string): Promise<void> {
    await this.db.query(
      `insert into subscription (member_id, kind, target_id, following)
       select distinct author_id, 'thread', $1::bigint, true from post where thread_id = $1 and author_id is not null order by author_id on conflict do nothing`,
      [to],
    );
    await this.db.query(
      `insert into read_state (member_id, thread_id, last_post_id, read_at)
       select r.member_id, $2, r.last_post_id, r.read_at from read_state r join subscription s on s.member_id = r.member_id and s.kind = 'thread' and s.target_id = $2
       where r.thread_id = $1 order by r.member_id on conflict do nothing`,
      [from, to],
    );
  }

  /** A comment under either opening, by whoever split them: the way from one to the other. */
  private async tellWhere(actor: Actor, thread: LockedThread, made: Named, count: number): Promise<void> {
    const old = await this.db.one<Named>('select id, title, slug, language from thread where id = $1', [thread.id]);
    const notes = splitNotes(made.language);
    await this.comment(actor, thread.id, notes.wentTo(count, this.link(made)));
    await this.comment(actor, made.id, notes.cameFrom(this.link(old!)));
  }

  private async comment(actor: Actor, threadId: string, body: string): Promise<void> {
    const parent = await this.db.one<{ id: string }>(`select id from post where thread_id = $1 and kind = 'opening'`, [threadId]);
    if (parent) await this.posts.write({ threadId, kind: 'comment', parentId: parent.id, authorId: actor.memberId, body, isNote: true });
  }

  private link({ id, title, slug }: Named): string {
    return `[${title.replace(/[!-/:-@[-`{-~]/g, String.raw`\$&`)}](${this.runtime.settings.publicUrl}/t/${id}/${slug})`;
  }
}
