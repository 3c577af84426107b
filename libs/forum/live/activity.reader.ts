import { Injectable } from '@nestjs/common';
import { type Actor, canSee, type Seeable } from '#platform/access';
import { Database } from '#platform/database';
import { PostReader } from '../post/post.reader.js';
import { ThreadReader } from '../thread/thread.reader.js';

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
  async whoSees(threadKey: string, postKey: string | null): Promise<(actor: Actor) => boolean> {
    const facts = (alias: string) => `select ${alias}.state, ${alias}.author_id as "authorId", ${alias}.deleted_by as "deletedBy"`;
    const all = await this.db.prepared<Seeable & { isPost: boolean }>(
      `${facts('t')}, false as "isPost" from thread t where t.id = $1
       union all ${facts('p')}, true from post p where p.id = $2 and p.thread_id = $1
       union all ${facts('above')}, true from post p join post above on above.id = p.parent_id where p.id = $2 and p.thread_id = $1`,
      [threadKey, postKey],
    );
    const isThere = all.some(({ isPost }) => isPost === (postKey !== null));
    return (actor) => isThere && all.every((each) => canSee(actor, each));
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
