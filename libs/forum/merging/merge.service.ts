import { Injectable } from '@nestjs/common';
import type { Actor } from '#platform/access';
import { Database, decodeId } from '#platform/database';
import { Events } from '#platform/events';
import { invalid, notAllowed, permit } from '#platform/graphql';
import { noteIn } from '../closing/closing.service.js';
import { ModerationLog } from '../moderation/moderation.log.js';
import { type LockedThread, ThreadLock } from '../thread/thread.lock.js';
import { MergingLock } from './merging.lock.js';
import { canMerge } from './merging.policy.js';
import { TAGS_MOST } from '../tag/tags.field.js';
import type { MergeThreadsInput } from './merging.type.js';
import { ReaderMerging } from './reader.merging.js';

/** Makes two threads one. Everything moves by statements over sets, so that thousands of posts are one transaction. */
@Injectable()
export class MergeService {
  constructor(
    private readonly db: Database,
    private readonly pointers: MergingLock,
    private readonly lock: ThreadLock,
    private readonly readers: ReaderMerging,
    private readonly log: ModerationLog,
    private readonly events: Events,
  ) {}

  async merge(actor: Actor, { sourceId, targetId, note }: MergeThreadsInput): Promise<{ threadKey: string }> {
    return this.db.transaction(async () => {
      const sourceKey = decodeId('thread', sourceId);
      await this.pointers.together([sourceKey, decodeId('thread', targetId)]);
      const there = await this.pointers.present(decodeId('thread', targetId)); // it may have become part of another meanwhile
      const gone = await this.pointers.present(sourceKey);
      if (gone && gone.id !== sourceKey && gone.id === there?.id) return { threadKey: gone.id }; // asking twice is fine
      const source = await this.lock.thread(actor, sourceKey);
      permit(canMerge(actor, source));
      if (there?.state !== 'visible') throw invalid({ field: 'targetId', code: 'unknown' });
      if (there.id === source.id) throw invalid({ field: 'targetId', code: 'same-thread' });
      const target = await this.lock.thread(actor, there.id);
      permit(canMerge(actor, target));
      if (source.kind !== target.kind) throw notAllowed('kinds-differ');
      const openings = await this.openings(source, target);
      await this.readers.unite(source, target);
      await this.tags(source, target);
      await this.point(source, target);
      await this.sum(source, target, openings.source);
      await this.posts(source, target, openings);
      await this.log.write(actor, { act: 'merge-threads', threadId: target.id, memberId: source.askerId, reason: noteIn(note), details: { source: source.id } });
      if (source.acceptedPostId && target.acceptedPostId) {
        await this.events.record('AnswerUnaccepted', actor.memberId, { threadId: target.id, postId: source.acceptedPostId });
      }
      await this.events.record('ThreadsMerged', actor.memberId, { threadId: target.id, sourceId: source.id });
      return { threadKey: target.id };
    });
  }

  private async openings(source: LockedThread, target: LockedThread): Promise<{ source: string; target: string }> {
    const rows = await this.db.query<{ id: string; thread: string }>(
      `select id, thread_id as thread from post where thread_id in ($1, $2) and kind = 'opening' and state = 'visible' order by thread_id for update`,
      [source.id, target.id],
    );
    const of = ({ id }: LockedThread) => rows.find(({ thread }) => thread === id)?.id;
    const [from, to] = [of(source), of(target)];
    if (!from || !to) throw notAllowed('not-visible');
    return { source: from, target: to };
  }

  /** The target keeps its tags and takes those of the source that still find room, the most used first. */
  private async tags(source: LockedThread, target: LockedThread): Promise<void> {
    await this.db.query('update category set thread_count = thread_count - 1 where id = $1', [source.categoryId]);
    await this.db.query(
      'select from tag where id in (select tag_id from thread_tag where thread_id = $1) order by id for no key update', [source.id]);
    await this.db.query(
      `with gone as (delete from thread_tag where thread_id = $1 returning tag_id),
         kept as (insert into thread_tag (thread_id, tag_id)
           select $2, tag.id from gone join tag on tag.id = gone.tag_id
           where not exists (select from thread_tag own where own.thread_id = $2 and own.tag_id = tag.id)
           order by tag.thread_count desc, tag.id
           limit greatest(0, $3 - (select count(*) from thread_tag own where own.thread_id = $2)) returning tag_id)
       update tag set thread_count = thread_count - 1 where id in (select tag_id from gone except select tag_id from kept)`,
      [source.id, target.id, TAGS_MOST],
    );
  }

  /** The source stays as a signpost; what pointed at it points at the target, and the target at nothing that it now holds. */
  private async point(source: LockedThread, target: LockedThread): Promise<void> {
    await this.db.query(
      `update thread set closed_at = null, close_reason = null, closed_by = null where id = $2 and duplicate_of = $1 and close_reason = 'duplicate'`,
      [source.id, target.id],
    );
    const original = (await this.pointers.original(target.id))?.id ?? target.id;
    await this.db.query('update thread set duplicate_of = nullif(nullif($2::bigint, id), $1) where duplicate_of = $1', [source.id, original]);
    await this.db.query('update thread set merged_into = $2 where merged_into = $1', [source.id, target.id]);
  }

  /** Whatever threads count of their posts. Who asked the source has the problem of the target, who asked the target counts already. */
  private async sum(source: LockedThread, target: LockedThread, sourceOpening: string): Promise<void> {
    await this.db.query(
      `with source as (
         update thread set state = 'merged', merged_into = $2, merged_opening_id = $3, duplicate_of = null, accepted_post_id = null, has_official = false, answer_count = 0, same_problem_count = 0
         where id = $1 returning id)
       update thread t set answer_count = t.answer_count + s.answer_count, has_official = t.has_official or s.has_official, view_count = t.view_count + s.view_count,
         accepted_post_id = coalesce(t.accepted_post_id, s.accepted_post_id), accepted_at = case when t.accepted_post_id is null then s.accepted_at else t.accepted_at end, last_activity_at = greatest(t.last_activity_at, s.last_activity_at),
         same_problem_count = (select count(*) from same_problem where thread_id = $2)
       from thread s join source on source.id = s.id where t.id = $2`,
      [source.id, target.id, sourceOpening],
    );
  }

  /** All of them at once: keys, votes, marks and bookmarks stay, so that every link to a post still finds it. */
  private async posts(source: LockedThread, target: LockedThread, openings: { source: string; target: string }): Promise<void> {
    await this.db.query('discard plans'); // the trigger's plan may be one for a single post: for thousands it would compare each with each
    await this.db.query(
      `update post p set thread_id = $2, opened_as = case when p.id = $3 then s.title else p.opened_as end, comment_count = case when p.id = $3 then 0 else p.comment_count end,
         kind = case when p.id = $3 then 'comment' else p.kind end, parent_id = case when $3 in (p.id, p.parent_id) then $4 else p.parent_id end
       from thread s where s.id = $1 and p.thread_id = $1`,
      [source.id, target.id, openings.source, openings.target],
    );
    await this.db.query(`update post set comment_count = (select count(*) from post c where c.parent_id = $1 and c.state = 'visible') where id = $1`, [openings.target]);
  }
}
