import { Meilisearch } from 'meilisearch';
import { SearchEngine } from '#platform/search';
import { Community, until } from '../community.fixture.js';
import { MeilisearchProxy } from '../meilisearch-proxy.fixture.js';
import { SoleDrainer } from './sole-drainer.js';
import { ThreadsIndexing } from './threads.indexing.js';

const THREADS = 450; // three parts of a rebuild

let community: Community;

beforeEach(async () => {
  community = await Community.open();
});

afterEach(() => community.close());

async function askMany(): Promise<void> {
  await community.db.query(
    `insert into thread (kind, title, slug, category_id, author_name, language)
     select 'question', 'Many mongooses ' || n, 'x', (select id from category limit 1), 'Ada', 'en' from generate_series(1, $1::int) n`,
    [THREADS],
  );
}

/** How many documents lie in an index, asked of Meilisearch itself. */
async function sizeOf(name: string): Promise<number> {
  const { url, key } = community.runtime.meili!;
  const { numberOfDocuments } = await new Meilisearch({ host: url, apiKey: key }).index(await community.get(SearchEngine).nameOf(name)).getStats();
  return numberOfDocuments;
}

describe('a rebuild', () => {
  it('ends when it is told to, half way, and the next drainer completes it', async () => {
    await askMany();
    await community.indexed();
    await community.stop();
    const sole = new SoleDrainer(community.database.url);
    await until(() => sole.take(), 5_000); // the rebuild is this spec's own, then
    community = await community.again();
    await community.db.query(`update search_state set value = value || '{"version": 0}' where name = 'threads'`);

    let parts = 0;
    await expect(community.get(ThreadsIndexing).rebuild(() => ++parts <= 2)).rejects.toThrow('stopped');
    expect(parts).toBe(3);
    expect(await sizeOf('threads')).toBe(THREADS); // what was in use is in use still

    await sole.release();
    const built = () => community.db.one(`select from search_state where name = 'threads' and (value ->> 'version')::int > 0`);
    await until(async () => (await built()) !== undefined, 15_000);
    expect(await sizeOf('threads')).toBe(THREADS);
    await expect(sizeOf('threads_next')).rejects.toThrow('not found');
  });

  it('keeps the index in use up to date meanwhile, and the new one has all of it', async () => {
    const proxy = await MeilisearchProxy.before(community.runtime.meili!);
    const old = await community.ask('An old octopus');
    const gone = await community.ask('A shy octopus');
    await community.indexed();
    await community.stop();
    community = await community.again(proxy.address);
    try {
      let letGo = () => {};
      const held = new Promise<void>((resolve) => (letGo = resolve));
      let begun = false;
      proxy.hold = (path) => (path.includes('threads_next/documents') ? ((begun = true), held) : Promise.resolve());
      await community.db.query(`update search_state set value = value || '{"version": 0}' where name = 'threads'`);
      await until(async () => begun, 10_000); // read from the rows, and not yet in the new index

      const meanwhile = await community.ask('A new octopus');
      await community.answer(old, 'It has three hearts.');
      await community.setState(gone, 'hidden');
      const isRight = async () => {
        const { degraded, nodes } = await community.search('octopus');
        const found = nodes.map((hit) => hit.thread!.key).sort();
        const hearts = await community.search('three hearts');
        return !degraded && !hearts.degraded && found.join() === [old, meanwhile].sort().join() && hearts.nodes[0]?.thread?.key === old;
      };
      await until(isRight, 8_000); // less than the client waits for what is held
      await until(async () => (await sizeOf('threads')) === 2, 8_000); // reading hides what is hidden before the index has dropped it

      letGo();
      await community.indexed();
      await expect(sizeOf('threads_next')).rejects.toThrow('not found');
      expect(await sizeOf('threads')).toBe(2);
      expect(await isRight()).toBe(true);
    } finally {
      await community.stop();
      await proxy.close();
      community = await community.again(); // for afterEach
    }
  });

  it('makes up for the time without Meilisearch, when an older index comes back', async () => {
    await community.ask('An ancient axolotl');
    await community.indexed();
    const { meili } = community.runtime;
    await community.stop();
    const alone = await community.again('none');
    const missed = await alone.ask('An axolotl that Meilisearch never saw');
    await alone.indexed();
    await alone.stop();
    community = await community.again(meili);
    await until(async () => {
      const { degraded, nodes } = await community.search('axolotl');
      return !degraded && nodes.some((hit) => hit.thread!.key === missed);
    }, 8_000);
    expect(await sizeOf('threads')).toBe(2);
  });

  it('is no reason to stay when the program ends, however long Meilisearch takes', async () => {
    const proxy = await MeilisearchProxy.before(community.runtime.meili!);
    await community.indexed();
    await community.stop();
    community = await community.again(proxy.address);
    proxy.retell = (path, body) => (path.startsWith('/tasks/') ? body.replace('"succeeded"', '"processing"') : body);
    await community.ask('Never done');
    await until(async () => (await community.lag()) > 0, 2_000);
    const started = Date.now();
    await community.stop();
    expect(Date.now() - started).toBeLessThan(5_000);
    await proxy.close();
    community = await community.again();
  });
});
