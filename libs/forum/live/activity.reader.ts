import { Injectable } from '@nestjs/common';
import { Actor, visibleTo } from '#platform/access';
import { Database } from '#platform/database';
import { PostReader } from '../post/post.reader.js';
import { ThreadReader } from '../thread/thread.reader.js';

const ANSWERS_TOLD = 20; // beyond, one reads the thread again anyway

interface SeenRow {
  everyone: boolean;
  superUsers: boolean;
  authors: string[];
}

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

  /**
   * Which of the actors see the thread, or the post in it. One statement however many they are: all who keep order see the same, and
   * everybody else sees what guests see, but for the authors. Those are three at most, and are asked for by themselves.
   */
  async whoSees(actors: Iterable<Actor>, threadKey: string, postKey: string | null): Promise<(actor: Actor) => boolean> {
    const all = [...actors];
    const guest = Actor.guest('en');
    const keeper = all.find((actor) => actor.isSuperUser) ?? guest;
    const row = postKey === null ? await this.threadSeen(guest, keeper, threadKey) : await this.postSeen(guest, keeper, threadKey, postKey);
    if (!row) return () => false;
    const authors = new Set<string | null>();
    for (const actor of new Map(all.map((one) => [one.id, one])).values()) {
      if (row.everyone || actor.isSuperUser || actor.id === null || !row.authors.includes(actor.id)) continue;
      if (postKey === null ? await this.seesThread(actor, threadKey) : (await this.posts.byIds(actor, [postKey])).has(postKey)) authors.add(actor.id);
    }
    return (actor) => row.everyone || (actor.isSuperUser ? row.superUsers : authors.has(actor.id));
  }

  /** The newest answers the actor sees beyond those they know of, oldest first. */
  async answersBeyond(actor: Actor, threadKey: string, known: number): Promise<string[]> {
    const rows = await this.db.query<{ id: string }>(
      `select p.id from post p join thread t on t.id = p.thread_id where p.thread_id = $1 and p.kind = 'answer' and ${this.posts.visible(actor)}
       order by p.id desc limit least($3::bigint, greatest(0, (select answer_count from thread where id = $1) - $2::bigint))`,
      [threadKey, known, ANSWERS_TOLD],
    );
    return rows.map(({ id }) => id).reverse();
  }

  private threadSeen(guest: Actor, keeper: Actor, threadKey: string): Promise<SeenRow | undefined> {
    return this.db.one<SeenRow>(
      `select ${visibleTo(guest, 't')} as everyone, ${visibleTo(keeper, 't')} as "superUsers", array_remove(array[t.author_id], null)::text[] as authors from thread t where t.id = $1`,
      [threadKey],
    );
  }

  private postSeen(guest: Actor, keeper: Actor, threadKey: string, postKey: string): Promise<SeenRow | undefined> {
    return this.db.one<SeenRow>(
      `select ${this.posts.visible(guest)} as everyone, ${this.posts.visible(keeper)} as "superUsers",
         array_remove(array[t.author_id, p.author_id, (select author_id from post where id = p.parent_id)], null)::text[] as authors
       from post p join thread t on t.id = p.thread_id where p.id = $2 and t.id = $1`,
      [threadKey, postKey],
    );
  }
}
