import type { ApolloDriver } from '@nestjs/apollo';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { GraphQLModule } from '@nestjs/graphql';
import type { GraphQLFormattedError } from 'graphql';
import { nameKey, SessionService } from '#accounts';
import { packed } from '#knowledge';
import { Actor, type Role } from '#platform/access';
import { Database } from '#platform/database';
import { type TestDatabase, testDatabase, testRuntime } from '#platform/testing';
import { createApp } from '../../../apps/kundig/run.js';
import type { ActorName } from './notation.js';

const ROLE: Record<Exclude<ActorName, 'guest'> | 'bystander', Role> = { customer: 'customer', author: 'customer', bystander: 'customer', superUser: 'super_user', staff: 'staff', admin: 'admin' };
/** Who has a row in `member`; a bystander never asks, and owns what is nobody's here. */
export type PersonName = keyof typeof ROLE;

export interface Reply {
  data?: Record<string, unknown> | null;
  errors?: readonly GraphQLFormattedError[];
}

class RolledBack extends Error {
  constructor(readonly value: unknown) {
    super();
  }
}

/** The program on a database of its own, with one person for each actor. Objects are put there by SQL: in states no operation makes yet, too. */
export class World {
  /** Keys of members. */
  readonly people = {} as Record<PersonName, string>;
  readonly actors = { guest: Actor.guest('en') } as Record<ActorName, Actor>;
  categoryKey = '';

  private constructor(
    private readonly app: NestExpressApplication,
    private readonly database: TestDatabase,
    readonly db: Database,
  ) {}

  static async open(): Promise<World> {
    const database = await testDatabase();
    // without Meilisearch: search answers from PostgreSQL, and both read what was found again
    const app = await createApp({ ...testRuntime(database, { roles: ['api'] }), meili: undefined });
    await app.init();
    const world = new World(app, database, app.get(Database, { strict: false }));
    for (const [name, role] of Object.entries(ROLE) as [PersonName, Role][]) world.people[name] = await world.member(name, role);
    const sessions = app.get(SessionService, { strict: false });
    for (const name of Object.keys(ROLE) as PersonName[]) {
      if (name === 'bystander') continue;
      world.actors[name] = (await sessions.actorOf(await sessions.open(world.people[name], { userAgent: 'test', ip: '127.0.0.1' }, null)))!;
    }
    world.categoryKey = await world.insert('category', { slug: 'router', name: 'Router', thread_count: 1_000 });
    return world;
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.database.drop();
  }

  /** Any row; its key. */
  async insert(table: string, row: Record<string, unknown>): Promise<string> {
    const columns = Object.keys(row);
    const made = await this.db.one<{ id: string }>(
      `insert into ${table} (${columns.join(', ')}) values (${columns.map((_, i) => `$${i + 1}`).join(', ')}) returning id`,
      Object.values(row),
    );
    return made!.id;
  }

  /** Old enough that no limit for newcomers holds. */
  member(name: string, role: Role = 'customer', more: object = {}): Promise<string> {
    return this.insert('member', { name, name_key: nameKey(name), role, email: `${name}@example.org`, created_at: new Date('2020-01-01'), ...more });
  }

  /** A thread with its opening post; its key. */
  async thread({ by = 'author', state = 'visible', opening = 'visible', ...more }: { by?: PersonName; state?: string; opening?: string } & Record<string, unknown> = {}): Promise<string> {
    const threadKey = await this.insert('thread', {
      kind: 'question', title: 'The router restarts', slug: 'the-router-restarts', category_id: this.categoryKey, author_id: this.people[by], state, language: 'en', answer_count: 1, ...more,
    });
    await this.post({ threadKey, kind: 'opening', by, state: opening });
    await this.db.query(
      `insert into search_document (thread_id, terms, counts, title_length, body_length, answer_length) values ($1, array_to_tsvector('{router}'), $2, 1, 1, 0)`,
      [threadKey, packed({ router: 1_000_000 })],
    );
    return threadKey;
  }

  /** An FAQ entry or an article of which a bystander takes care; its key. */
  entry(state: string, more: Record<string, unknown> = {}): Promise<string> {
    return this.insert('knowledge_entry', {
      kind: 'faq', state, title: 'Why does the router restart?', slug: 'why', source: 'Switch it off and on.', html: '<p>Switch it off and on.</p>\n', renderer: 1, category_id: this.categoryKey, language: 'en', owner_id: this.people.bystander,
      ...(state === 'draft' ? {} : { published_at: new Date(), changed_at: new Date() }), ...more,
    });
  }

  /** A post; its key. It counts a comment even where none is seen, so that each is asked for. */
  post({ threadKey, kind, by = 'author', state = 'visible', ...more }: { threadKey: string; kind: string; by?: PersonName; state?: string } & Record<string, unknown>): Promise<string> {
    return this.insert('post', {
      thread_id: threadKey, kind, author_id: this.people[by], state, source: 'Switch it off and on.', html: '<p>Switch it off and on.</p>\n', renderer: 1, comment_count: kind === 'comment' ? 0 : 1,
      ...(state === 'deleted' ? { deleted_at: new Date(), deleted_from: 'visible' } : {}), ...more,
    });
  }

  async openingOf(threadKey: string): Promise<string> {
    return (await this.db.one<{ id: string }>(`select id from post where thread_id = $1 and kind = 'opening'`, [threadKey]))!.id;
  }

  /** What the endpoint answers but for HTTP: its limits, guard, pipe, interceptor and the form of its errors all run. */
  async ask(actor: ActorName, query: string, variables: Record<string, unknown>): Promise<Reply> {
    const { instance } = this.app.get<GraphQLModule<ApolloDriver>>(GraphQLModule).graphQlAdapter;
    const { body } = await instance.executeOperation({ query, variables }, { contextValue: { actor: this.actors[actor], loaders: new Map() } });
    if (body.kind !== 'single') throw new Error('One reply was asked for.');
    return body.singleResult;
  }

  /** Does it, answers what it answered, and undoes it. */
  async undone<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await this.db.transaction(async () => {
        throw new RolledBack(await work());
      });
    } catch (error) {
      if (error instanceof RolledBack) return error.value as T;
      throw error;
    }
  }
}
