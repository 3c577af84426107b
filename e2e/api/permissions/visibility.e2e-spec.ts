import { parentVisibleTo, visibleTo } from '#platform/access';
import { encodeId } from '#platform/database';
import { type ActorName, ACTORS, seesState } from './notation.js';
import { type Reply, World } from './world.js';

const STATES = ['visible', 'held', 'hidden', 'deleted'] as const;
const ALIASES = 15; // as many as one request may have

interface Written {
  key: string;
  kind: 'thread' | 'answer' | 'comment';
  /** Its own state, after those of all that it stands under. */
  states: readonly (typeof STATES)[number][];
}

/** A thread, answers and comments in every combination of states: the rule, `visibleTo`, what reads show and what writes find are one. */
describe('who sees what', () => {
  let world: World;
  const all: Written[] = [];

  beforeAll(async () => {
    world = await World.open();
    for (const thread of STATES) {
      const threadKey = await world.thread({ state: thread });
      all.push({ key: threadKey, kind: 'thread', states: [thread] });
      for (const answer of STATES) {
        const parent = await world.post({ threadKey, kind: 'answer', state: answer });
        all.push({ key: parent, kind: 'answer', states: [thread, answer] });
        for (const comment of STATES) {
          all.push({ key: await world.post({ threadKey, kind: 'comment', parent_id: parent, state: comment }), kind: 'comment', states: [thread, answer, comment] });
        }
      }
    }
  });
  afterAll(() => world.close());

  const named = (some: readonly Written[]) => some.map(({ kind, states }) => `${kind} ${states.join(' > ')}`);
  const rule = (actor: ActorName) => all.filter(({ states }) => states.every((state) => seesState(actor, state)));
  const idOf = ({ kind, key }: Written) => encodeId(kind === 'thread' ? 'thread' : 'post', key);

  it.each(ACTORS)('%s: in SQL', async (name) => {
    const actor = world.actors[name];
    const rows = await world.db.query<{ id: string }>(
      `select 'thr_' || t.id as id from thread t where ${visibleTo(actor, 't')} union all
       select 'pst_' || p.id from post p join thread t on t.id = p.thread_id where ${visibleTo(actor, 'p')} and ${visibleTo(actor, 't')} and ${parentVisibleTo(actor)}`,
    );
    const seen = new Set(rows.map(({ id }) => id));
    expect(named(all.filter((one) => seen.has(idOf(one))))).toEqual(named(rule(name)));
  });

  it.each(ACTORS)('%s: by reading', async (name) => {
    const seen: Written[] = [];
    for (let from = 0; from < all.length; from += ALIASES) {
      const some = all.slice(from, from + ALIASES);
      const { data } = await world.ask(name, `{ ${some.map((one, i) => `a${i}: ${one.kind === 'thread' ? 'thread' : 'post'}(id: "${idOf(one)}") { id }`).join(' ')} }`, {});
      seen.push(...some.filter((_, i) => data![`a${i}`] !== null));
    }
    expect(named(seen)).toEqual(named(rule(name)));
  });

  it.each(ACTORS.filter((name) => name !== 'guest'))('%s: by writing', async (name) => {
    const found: Written[] = [];
    for (const one of all) {
      const query = one.kind === 'thread' ? 'mutation($id: ID!) { sameProblem(input: { threadId: $id, same: true }) { problem { code } } }' : 'mutation($id: ID!) { vote(input: { postId: $id, vote: up }) { problem { code } } }';
      const { errors } = await world.undone<Reply>(() => world.ask(name, query, { id: idOf(one) }));
      if (errors?.[0]?.extensions?.code !== 'NOT_FOUND') found.push(one);
    }
    expect(named(found)).toEqual(named(rule(name)));
  });
});
