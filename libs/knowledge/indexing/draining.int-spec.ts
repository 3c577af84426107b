import { Meilisearch } from 'meilisearch';
import { DataSource } from 'typeorm';
import { SearchEngine } from '#platform/search';
import { countStatements } from '#platform/testing';
import { Community, until } from '../community.fixture.js';
import { DOCUMENT_VERSION, type ThreadDocument } from './thread.document.js';
import { SearchMarks } from './search-marks.js';
import { SoleDrainer } from './sole-drainer.js';
import { ThreadsIndex } from './threads.index.js';

let community: Community;

beforeEach(async () => {
  community = await Community.open();
});

afterEach(() => community.close());

/** The ids in the index, asked of Meilisearch itself. */
async function inIndex(): Promise<string[]> {
  const { url, key } = community.runtime.meili!;
  const index = new Meilisearch({ host: url, apiKey: key }).index(await community.get(SearchEngine).nameOf('threads'));
  const { results } = await index.getDocuments<{ id: string }>({ limit: 2_000, fields: ['id'] });
  return results.map((document) => document.id).sort();
}

describe('draining', () => {
  it('leaves no mark behind a write that was rolled back', async () => {
    await community.indexed();
    const failed = community.db.transaction(async () => {
      await community.ask('Never to be');
      expect(await community.lag()).toBeGreaterThan(0);
      throw new Error('changed my mind');
    });
    await expect(failed).rejects.toThrow('changed my mind');
    expect(await community.lag()).toBe(0);
    expect(await community.found('never to be')).toEqual([]);
  });

  it('loses nothing that is written while it drains, not even what is committed late', async () => {
    const threads = await Promise.all(Array.from({ length: 12 }, (_, i) => community.ask(`Concurrent walrus ${i}`)));
    const writer = async (thread: string, i: number) => {
      for (let n = 0; n < 4; n++) {
        await community.db.transaction(async () => {
          await community.answer(thread, `token${i}x${n}`);
          await community.db.query('select pg_sleep($1)', [Math.random() * 0.05]); // its mark's id is older than those committed meanwhile
        });
      }
    };
    await Promise.all(threads.map(writer));
    await community.indexed();
    expect(await inIndex()).toEqual([...threads].sort());
    for (const [i, thread] of threads.entries()) {
      for (let n = 0; n < 4; n++) expect((await community.found(`token${i}x${n}`))[0]).toBe(thread);
    }
  });

  it('is done by one process, and by another as soon as that one ends', async () => {
    const peer = await community.again();
    await community.stop();
    try {
      const thread = await peer.ask('Handed over');
      await peer.indexed(5_000);
      expect(await peer.found('handed over')).toEqual([thread]);
    } finally {
      await peer.stop();
    }
  });

  it('builds the index anew when it is gone, or has other settings', async () => {
    const thread = await community.ask('Persistent pangolin');
    await community.indexed();
    const { url, key } = community.runtime.meili!;
    const client = new Meilisearch({ host: url, apiKey: key });
    const name = await community.get(SearchEngine).nameOf('threads');
    const isBack = async () => (await community.get(ThreadsIndex).isCurrent()) && (await inIndex()).join() === thread;

    await client.index(name).updateFilterableAttributes(['kind']).waitTask();
    await until(isBack, 8_000);
    await client.index(name).delete().waitTask();
    await until(isBack, 8_000);
  });

  it('builds everything anew for a newer version of the documents', async () => {
    const thread = await community.ask('Versatile vole');
    await community.indexed();
    await community.db.transaction(async () => {
      await community.db.query('delete from search_document');
      await community.db.query(`update search_state set value = value || '{"version": 0}' where name = 'threads'`);
    });
    const version = () => community.db.one<{ version: number }>(`select (value ->> 'version')::int as version from search_state where name = 'threads'`);
    await until(async () => (await version())!.version === DOCUMENT_VERSION, 8_000);
    expect(await community.db.query('select thread_id from search_document')).toEqual([{ thread_id: thread }]);
    expect(await inIndex()).toEqual([thread]);
  });

  it('puts in what can be put in, and names what cannot', async () => {
    await until(() => community.get(ThreadsIndex).isCurrent(), 5_000);
    const good = { id: '1', title: 'fine' } as ThreadDocument;
    const refused = await community.get(ThreadsIndex).put([good, { ...good, id: 'not a key!' }, { ...good, id: '2' }]);
    expect(refused.map(({ item }) => item.id)).toEqual(['not a key!']);
    expect(await inIndex()).toEqual(['1', '2']);
  });

  it('leaves out a document that the server breaks at, alone or among others, and does not blame one for the server', async () => {
    await until(() => community.get(ThreadsIndex).isCurrent(), 5_000);
    const index = community.get(ThreadsIndex);
    const good = { id: '1', title: 'fine' } as ThreadDocument;
    const poison = { ...good, id: '3', body: '\ud83d' };
    const among = await Promise.all([index.put([good, poison, { ...good, id: '2' }]), index.put([{ ...good, id: '4' }])]);
    expect(among.flat().map(({ item }) => item.id)).toEqual(['3']);
    expect((await index.put([{ ...poison, id: '5' }])).map(({ item }) => item.id)).toEqual(['5']);
    expect(await inIndex()).toEqual(['1', '2', '4']);
    await expect(index.put([{ ...good, id: '\ud83d' }])).rejects.toThrow(); // not even its bare key goes in: that could be the server
  });
});

describe('the marks', () => {
  it('that are new are found beside many that wait, without reading those', async () => {
    await community.indexed();
    await community.stop();
    const sole = new SoleDrainer(community.database.url);
    await until(() => sole.take(), 5_000);
    community = await community.again();
    await community.db.query('insert into search_mark (thread_id, counted) select n, true from generate_series(1, 40000) n');
    await community.ask('Fresh');
    await community.db.query('analyze search_mark');
    const plans: Record<string, string> = {};
    for (const counted of [true, false]) {
      const [sql] = await countStatements(community.get(DataSource), () => community.get(SearchMarks).oldest(counted, 1_000));
      const rows = await community.db.query(`explain ${sql!.replace('$1', '1000')}`);
      plans[String(counted)] = JSON.stringify(rows);
    }
    await sole.release();
    expect(plans.false).toContain('search_mark_fresh');
    expect(plans.true).toContain('search_mark_missed');
  });
});

describe('without Meilisearch', () => {
  it('keeps PostgreSQL’s search up to date, and builds the index when one comes', async () => {
    const alone = await Community.open('none');
    const thread = await alone.ask('A lonely lemur', { body: 'It sings at night.' });
    await alone.indexed();
    expect(await alone.found('why do lemurs sing at night?')).toEqual([thread]);
    expect((await alone.search('lemur')).degraded).toBe(true);
    await alone.stop();
    const joined = await alone.again(community.runtime.meili);
    await until(async () => !(await joined.search('lemur')).degraded && (await joined.found('lemur')).length === 1, 8_000);
    await joined.close();
  });
});
