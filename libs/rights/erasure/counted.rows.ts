import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import type { Erasure } from './erasure.runner.js';

const BATCH = 200;

/** What is counted somewhere: the rows go, and each count stays that of its rows. All locks in order of key, as everybody takes them. */
@Injectable()
export class CountedRows {
  constructor(private readonly db: Database) {}

  /** A vote stays in the score, as those of imported posts do: given by nobody whom we know. */
  async votes({ memberId }: Erasure): Promise<string | null> {
    const posts = await this.keysOf('vote', 'post_id', memberId);
    await this.db.query('select from post where id = any($1) order by id for no key update', [posts]);
    await this.db.query(
      `with gone as (delete from vote where member_id = $1 and post_id = any($2) returning post_id, value)
       update post p set up_count = up_count - (gone.value = 1)::int, imported_up = imported_up + (gone.value = 1)::int,
         down_count = down_count - (gone.value = -1)::int, imported_down = imported_down + (gone.value = -1)::int
       from gone where p.id = gone.post_id`,
      [memberId, posts],
    );
    return posts.length === BATCH ? '0' : null;
  }

  async sameProblem({ memberId }: Erasure): Promise<string | null> {
    const threads = await this.keysOf('same_problem', 'thread_id', memberId);
    await this.db.query('select from thread where id = any($1) order by id for no key update', [threads]);
    await this.db.query(
      `with gone as (delete from same_problem where member_id = $1 and thread_id = any($2) returning thread_id)
       update thread t set same_problem_count = same_problem_count - 1 from gone where t.id = gone.thread_id`,
      [memberId, threads],
    );
    return threads.length === BATCH ? '0' : null;
  }

  async alsoSolved({ memberId }: Erasure): Promise<string | null> {
    const posts = await this.keysOf('also_solved', 'post_id', memberId);
    await this.db.query('select from post where id = any($1) order by id for no key update', [posts]);
    await this.db.query(
      `with gone as (delete from also_solved where member_id = $1 and post_id = any($2) returning post_id)
       update post p set also_solved_count = also_solved_count - 1 from gone where p.id = gone.post_id`,
      [memberId, posts],
    );
    return posts.length === BATCH ? '0' : null;
  }

  /** They leave what is kept of who was helped, with the words they typed. */
  async deflections({ memberId }: Erasure): Promise<string | null> {
    await this.db.query('delete from deflection where member_id = $1 and entry_id is not null', [memberId]); // an entry counts what it helped by its ratings
    const threads = await this.keysOf('deflection', 'thread_id', memberId);
    await this.db.query('select from thread where id = any($1) order by id for no key update', [threads]);
    await this.db.query(
      `with gone as (delete from deflection where member_id = $1 and thread_id = any($2) returning thread_id, outcome),
       counted as (select thread_id, count(*) as less from gone where outcome = 'confirmed' group by thread_id)
       update thread t set solved_for = solved_for - counted.less from counted where t.id = counted.thread_id`,
      [memberId, threads],
    );
    return threads.length === BATCH ? '0' : null;
  }

  async ratings({ memberId }: Erasure): Promise<string | null> {
    const entries = await this.keysOf('knowledge_rating', 'entry_id', memberId);
    await this.db.query('select from knowledge_entry where id = any($1) order by id for no key update', [entries]);
    await this.db.query(
      `with gone as (delete from knowledge_rating where member_id = $1 and entry_id = any($2) returning entry_id, helpful)
       update knowledge_entry e set helpful = e.helpful - gone.helpful::int, not_helpful = e.not_helpful - (not gone.helpful)::int from gone where e.id = gone.entry_id`,
      [memberId, entries],
    );
    return entries.length === BATCH ? '0' : null;
  }

  async noticeWords({ memberId }: Erasure): Promise<string | null> {
    const threads = await this.keysOf('notice_word', 'thread_id', memberId);
    await this.db.query('select from thread where id = any($1) order by id for no key update', [threads]);
    await this.db.query(
      `with gone as (delete from notice_word where member_id = $1 and thread_id = any($2) returning thread_id, works)
       update service_notice n set works_count = works_count - gone.works::int, broken_count = broken_count - (not gone.works)::int from gone where n.thread_id = gone.thread_id`,
      [memberId, threads],
    );
    return threads.length === BATCH ? '0' : null;
  }

  private async keysOf(table: string, column: string, memberId: string): Promise<string[]> {
    return (await this.db.query<{ key: string }>(`select ${column} as key from ${table} where member_id = $1 order by ${column} limit ${BATCH}`, [memberId])).map(({ key }) => key);
  }
}
