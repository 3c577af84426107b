import pg from 'pg';
import { type Person, type RunningApp, runningApp } from '../support/running-app.js';
import { acts } from '../api/acts.js';
import { PEOPLE } from './operation.js';

/** One who acts, with what the rules of sight have to know of them. */
export interface Player extends Person {
  key: string | null;
  keepsOrder: boolean;
}

/** A running program, its people, and a look behind it that does not go through it. */
export interface World {
  app: RunningApp;
  owner: pg.Client;
  /** For what is looked at beside each other. */
  lookers: pg.Client[];
  players: Player[];
  categories: string[];
  /** Everything written is gone, and keys begin at 1: each story is told in the same world. */
  reset(): Promise<void>;
  close(): Promise<void>;
}

const ROLES = { kim: 'super_user', sven: 'staff', root: 'admin' } as const;
export const TAGS = ['dsl', 'wifi', 'lamp'];
const WRITTEN = ['thread', 'event', 'idempotency', 'subscription', 'act', 'draft', 'search_document', 'reputation_entry', 'reputation_total'];

export async function newWorld(): Promise<World> {
  const app = await runningApp({ trustProxy: 1, roles: ['api', 'worker'] });
  const owner = new pg.Client({ connectionString: app.database.ownerUrl });
  await owner.connect();
  const lookers = Array.from({ length: 2 }, () => new pg.Client({ connectionString: app.database.ownerUrl }));
  await Promise.all(lookers.map((looker) => looker.connect()));
  const players: Player[] = [];
  for (const name of PEOPLE) {
    const role = ROLES[name as keyof typeof ROLES];
    const person = name === 'guest' ? app.guest : await app.person(name, role);
    players.push({ ...person, key: person.memberId.replace('mem_', '') || null, keepsOrder: role !== undefined });
  }
  // what is asked after each wave; the program itself never looks at events this way
  for (const name of ['threadId', 'postId', 'sourceId', 'intoId']) await owner.query(`create index on event ((subject->>'${name}'), kind)`);
  await owner.query(`update member set rank = 2 where name = 'ada'`); // one who may vote down
  const root = acts(players.at(-1)!);
  const categories: string[] = [];
  for (const name of ['Router', 'Lamps', 'Phones']) categories.push((await root.createCategory(name)).category!.id);
  for (const tag of TAGS) await root.createTag(tag);
  return {
    app, owner, lookers, players, categories,
    reset: async () => {
      await rested(owner); // a story that failed has left things undone
      // as one: the drainer never sees the marks without the rows' being gone
      await owner.query(`begin; insert into search_mark (thread_id) select id from thread;
        truncate ${WRITTEN.join(', ')} restart identity cascade;
        update category set thread_count = 0; update tag set thread_count = 0; commit`);
      await rested(owner);
      const mina = acts(players[1]!);
      for (const categoryId of categories.slice(0, 2)) {
        const { thread } = await mina.ask({ title: 'Why does the router restart?', body: `It does so at two: first${categoryId}.`, categoryId, tags: TAGS.slice(0, 1) });
        await acts(players[2]!).answer(thread!.id, `Switch the energy saving off: first${thread!.id}.`);
      }
    },
    close: async () => {
      await Promise.all([owner, ...lookers].map((client) => client.end()));
      await app.close();
    },
  };
}

const REST_MS = 30_000;

/** Waits until what follows from writing is done: the search index, and who is to be told. */
export async function rested(owner: pg.Client): Promise<void> {
  const until = Date.now() + REST_MS;
  for (;;) {
    const { rows: [left] } = await owner.query<{ marks: number; jobs: number }>(
      `select (select count(*)::int from search_mark) as marks, (select count(*)::int from graphile_worker.jobs where run_at <= now()) as jobs`,
    );
    if (left!.marks + left!.jobs === 0) return;
    if (Date.now() > until) throw new Error(`It does not come to rest: ${left!.marks} marks, ${left!.jobs} jobs.`);
    await new Promise((later) => setTimeout(later, 25));
  }
}
