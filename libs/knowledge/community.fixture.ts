import { setTimeout as pause } from 'node:timers/promises';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Actor } from '#platform/access';
import { Database, DatabaseModule } from '#platform/database';
import { RuntimeModule, type Runtime } from '#platform/runtime';
import { type TestDatabase, testDatabase, testRuntime } from '#platform/testing';
import { KnowledgeModule, SearchIndexingModule } from './knowledge.module.js';
import { SearchMarks } from './indexing/search-marks.js';
import { type Results, SearchService } from './search.service.js';
import type { Narrowing } from './finding/search.filter.js';

const guest = Actor.guest('en');

/** A community on a database of its own, with search and its drainer as they run in production. */
export class Community {
  private constructor(
    readonly database: TestDatabase,
    readonly runtime: Runtime,
    private readonly app: INestApplicationContext,
  ) {}

  static async open(meili: Runtime['meili'] | 'shared' | 'none' = 'shared', settings: Partial<Runtime['settings']> = {}): Promise<Community> {
    const database = await testDatabase();
    const shared = testRuntime(database, settings);
    const runtime = meili === 'shared' ? shared : { ...shared, meili: meili === 'none' ? undefined : meili };
    const community = new Community(database, runtime, await program(runtime));
    await community.db.query(`insert into category (slug, name) values ('general', 'General')`);
    return community;
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.database.drop();
  }

  /** Ends this program and leaves the data, as a restart does. */
  stop(): Promise<void> {
    return this.app.close();
  }

  /** Another program on the same data. */
  async again(meili: Runtime['meili'] | 'none' = this.runtime.meili, settings: Partial<Runtime['settings']> = {}): Promise<Community> {
    const runtime = { ...this.runtime, settings: { ...this.runtime.settings, ...settings }, meili: meili === 'none' ? undefined : meili };
    return new Community(this.database, runtime, await program(runtime));
  }

  get db(): Database {
    return this.app.get(Database);
  }

  get<T>(type: new (...args: never[]) => T): T {
    return this.app.get(type, { strict: false });
  }

  async category(slug: string, below?: string): Promise<void> {
    await this.db.query(`insert into category (slug, name, parent_id) values ($1, $1, (select id from category where slug = $2))`, [slug, below ?? null]);
  }

  async ask(title: string, { body = title, category = 'general', tag = null as string | null, language = 'en' } = {}): Promise<string> {
    return this.db.transaction(async () => {
      const thread = await this.db.one<{ id: string }>(
        `insert into thread (kind, title, slug, category_id, author_name, language)
         values ('question', $1, 'x', (select id from category where slug = $2), 'Ada', $3) returning id`,
        [title, category, language],
      );
      await this.post(thread!.id, 'opening', body);
      if (tag) {
        await this.db.query('insert into tag (name) values ($1) on conflict do nothing', [tag]);
        await this.db.query('insert into thread_tag select $1, id from tag where name = $2', [thread!.id, tag]);
      }
      return thread!.id;
    });
  }

  answer(thread: string, text: string): Promise<string> {
    return this.post(thread, 'answer', text);
  }

  async accept(thread: string, post: string): Promise<void> {
    await this.db.query('update thread set accepted_post_id = $2 where id = $1', [thread, post]);
  }

  async setState(thread: string, state: string): Promise<void> {
    await this.db.query('update thread set state = $2 where id = $1', [thread, state]);
  }

  search(text: string, narrowing: Narrowing = {}, limit = 20): Promise<Results> {
    return this.get(SearchService).search(guest, { text, ...narrowing }, { limit, backwards: false, from: null });
  }

  async found(text: string, narrowing: Narrowing = {}): Promise<string[]> {
    return (await this.search(text, narrowing)).nodes.map((hit) => hit.thread!.key);
  }

  /** Until nothing is left to index. */
  async indexed(within = 10_000): Promise<void> {
    await until(async () => (await this.lag()) === 0, within);
  }

  /** How many marks are left. */
  async lag(): Promise<number> {
    return (await this.get(SearchMarks).lag()).marks;
  }

  private async post(thread: string, kind: string, text: string): Promise<string> {
    const post = await this.db.one<{ id: string }>(
      `insert into post (thread_id, kind, author_name, source, html, renderer) values ($1, $2, 'Ada', $3, $4, 0) returning id`,
      [thread, kind, text, `<p>${text}</p>`],
    );
    return post!.id;
  }
}

/** Waits until it holds, and says how long that took; fails when it does not in time. */
export async function until(holds: () => Promise<boolean>, within: number): Promise<number> {
  const started = Date.now();
  while (!(await holds())) {
    if (Date.now() - started > within) throw new Error(`It did not hold within ${within} ms: ${String(holds)}`);
    await pause(20);
  }
  return Date.now() - started;
}

function program(runtime: Runtime): Promise<INestApplicationContext> {
  class Program {}
  return NestFactory.createApplicationContext(
    { module: Program, imports: [RuntimeModule.with(runtime), DatabaseModule, KnowledgeModule, SearchIndexingModule] },
    { logger: false },
  );
}
