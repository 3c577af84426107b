import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import { Database } from '#platform/database';

const FLUSH_MS = 3_000; // how late a count may be; a thousand readers of one thread are one statement so
const ENTRIES_MOST = 20_000; // beyond, the database is away or we are flooded: what is new is let go, for counts are not worth the memory

export interface Read {
  memberKey: string;
  threadKey: string;
  postKey: string;
}

/** What a member has read and is not yet written. */
export interface JustRead extends Read {
  /** When, by the clock of this process that runs evenly. */
  at: number;
}

/** What a slice above writes of the same reading, in the same batch: before it is remembered how far they have read. */
export type AlsoWrites = (reads: readonly JustRead[]) => Promise<void>;

/** Reading writes nothing: who read what, and how often a thread was seen, is collected here and written in batches. */
@Injectable()
export class ReadingCollector implements BeforeApplicationShutdown {
  private readonly log = new Logger('Reading');
  private views = new Map<string, number>();
  private reads = new Map<string, Map<string, JustRead>>(); // by member and thread
  private readCount = 0;
  private leaving: ReadonlyMap<string, ReadonlyMap<string, JustRead>> = new Map(); // being written
  private readonly others: AlsoWrites[] = [];
  private timer: NodeJS.Timeout | undefined;
  private flushing: Promise<void> = Promise.resolve();

  constructor(private readonly db: Database) {}

  /** Somebody, whoever it is, looked at the thread. */
  viewed(threadKey: string): void {
    if (this.views.size >= ENTRIES_MOST && !this.views.has(threadKey)) return;
    this.views.set(threadKey, (this.views.get(threadKey) ?? 0) + 1);
    this.schedule();
  }

  /** The member has seen the thread up to this post. */
  read(read: Read): void {
    const own = this.reads.get(read.memberKey) ?? new Map<string, JustRead>();
    const known = own.get(read.threadKey);
    if (!known && this.readCount >= ENTRIES_MOST) return;
    const postKey = known && BigInt(known.postKey) > BigInt(read.postKey) ? known.postKey : read.postKey;
    if (!known) this.readCount += 1;
    own.set(read.threadKey, { ...read, postKey, at: performance.now() });
    this.reads.set(read.memberKey, own);
    this.schedule();
  }

  /** What the member has read that is not written yet: their next page knows it already. */
  unwritten(memberKey: string): JustRead[] {
    return [this.leaving, this.reads].flatMap((reads) => [...(reads.get(memberKey)?.values() ?? [])]);
  }

  /** From now on this is written with each batch, too. */
  alsoWrites(write: AlsoWrites): void {
    this.others.push(write);
  }

  /** Writes what was collected so far. */
  flush(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.flushing = this.flushing.then(() => this.write());
    return this.flushing;
  }

  /** Before: at onApplicationShutdown the pool is closed already. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.flush();
  }

  private schedule(): void {
    this.timer ??= setTimeout(() => void this.flush(), FLUSH_MS).unref();
  }

  private async write(): Promise<void> {
    const views = this.views;
    this.leaving = this.reads;
    const reads = [...this.leaving.values()].flatMap((own) => [...own.values()]);
    this.views = new Map();
    this.reads = new Map();
    this.readCount = 0;
    try {
      if (views.size > 0) await this.count(views);
      if (reads.length > 0) for (const write of this.others) await write(reads);
      if (reads.length > 0) await this.remember(reads);
    } catch (error) {
      this.log.warn(`What was read in the last seconds is not counted: ${(error as Error).message}`);
    } finally {
      this.leaving = new Map();
    }
  }

  private async count(views: Map<string, number>): Promise<void> {
    await this.db.query(
      `with seen as (select v.* from unnest($1::bigint[], $2::bigint[]) v (id, views)),
         locked as (select t.id from thread t where t.id in (select id from seen) order by t.id for no key update)
       update thread set view_count = view_count + seen.views from seen join locked on locked.id = seen.id where thread.id = seen.id`,
      [[...views.keys()], [...views.values()]],
    );
  }

  private async remember(reads: readonly Read[]): Promise<void> {
    await this.db.query(
      `insert into read_state (member_id, thread_id, last_post_id)
       select r.member_id, coalesce(t.merged_into, t.id), max(r.last_post_id) from unnest($1::bigint[], $2::bigint[], $3::bigint[]) r (member_id, thread_id, last_post_id)
       join member m on m.id = r.member_id join thread t on t.id = r.thread_id -- those that went meanwhile hold up nobody, those that became part of another count there
       group by 1, 2 order by 1, 2
       on conflict (member_id, thread_id) do update set last_post_id = excluded.last_post_id, read_at = now()
       where read_state.last_post_id < excluded.last_post_id`,
      [reads.map((read) => read.memberKey), reads.map((read) => read.threadKey), reads.map((read) => read.postKey)],
    );
  }
}
