import { Injectable } from '@nestjs/common';
import { type Actor, canSee, type Seeable } from '#platform/access';
import { Database, encodeId } from '#platform/database';
import { PostReader } from '../post/post.reader.js';
import { ThreadReader } from '../thread/thread.reader.js';
import type { ThreadActivity } from './activity.type.js';
import type { Counted } from './gathered-counts.js';

const ANSWERS_TOLD = 20; // beyond, one reads the thread again anyway

@Injectable()
export class ActivityReader {
  constructor(
    private readonly db: Database,
    private readonly threads: ThreadReader,
    private readonly posts: PostReader,
  ) {}

  async seesThread(actor: Actor, threadKey: string): Promise<boolean> {
    return (await this.threads.byIds(actor, [threadKey])).has(threadKey);
  }

  /** Who sees the thread, or the post in it, by now. One statement however many are asked about: the rule itself is asked for each. */
  async whoSees(threadKey: string, postKey: string | null): Promise<{ sees: (actor: Actor) => boolean; accepted: boolean; official: boolean }> {
    const facts = (alias: string) => `select ${alias}.state, ${alias}.author_id as "authorId", ${alias}.deleted_by as "deletedBy"`;
    const all = await this.db.prepared<Seeable & { isPost: boolean; accepted: boolean; official: boolean }>(
      `${facts('t')}, false as "isPost", coalesce(t.accepted_post_id = $2, false) as accepted, false as official from thread t where t.id = $1
       union all ${facts('p')}, true, false, p.official from post p where p.id = $2 and p.thread_id = $1
       union all ${facts('above')}, true, false, false from post p join post above on above.id = p.parent_id where p.id = $2 and p.thread_id = $1`,
      [threadKey, postKey],
    );
    const isThere = all.some(({ isPost }) => isPost === (postKey !== null));
    return { sees: (actor) => isThere && all.every((each) => canSee(actor, each)), accepted: all.some(({ accepted }) => accepted), official: all.some(({ official }) => official) };
  }

  /** What was counted, as far as an actor may see it by now; null where that is nothing. One statement however many posts and actors it is about. */
  async counts(threadKey: string, counted: Counted): Promise<(actor: Actor) => Pick<ThreadActivity, 'scores' | 'sameProblemCount'> | null> {
    const facts = (alias: string) => `${alias}.state, ${alias}.author_id as "authorId", ${alias}.deleted_by as "deletedBy"`;
    const rows = await this.db.prepared<Seeable & { postKey: string | null; count: number }>(
      `select null::bigint as "postKey", t.same_problem_count as count, ${facts('t')} from thread t where t.id = $1
       union all select p.id, p.score, ${facts('p')} from post p where p.thread_id = $1 and p.id = any($2::bigint[]) and p.parent_id is null`,
      [threadKey, [...counted].filter((key) => key !== null)],
    );
    return (actor) => {
      const seen = rows.filter((row) => canSee(actor, row));
      const thread = seen.find(({ postKey }) => postKey === null);
      const scores = seen.flatMap(({ postKey, count }) => (postKey === null ? [] : [{ postId: encodeId('post', postKey), score: count }]));
      const sameProblemCount = thread && counted.has(null) ? thread.count : null;
      return thread && (scores.length > 0 || sameProblemCount !== null) ? { scores, sameProblemCount } : null;
    };
  }

  /** The newest answers beyond those that the actor knows of, oldest first. */
  async answersBeyond(actor: Actor, threadKey: string, known: number): Promise<string[]> {
    const rows = await this.db.prepared<{ id: string }>(
      `select p.id from post p join thread t on t.id = p.thread_id where p.thread_id = $1 and p.kind = 'answer' and p.state = 'visible' and ${this.posts.visible(actor)}
       order by p.id desc limit least($3::bigint, greatest(0, (select answer_count from thread where id = $1) - $2::bigint))`,
      [threadKey, known, ANSWERS_TOLD],
    );
    return rows.map(({ id }) => id).reverse();
  }
}
