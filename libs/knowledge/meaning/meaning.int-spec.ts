import { SearchEngine } from '#platform/search';
import { Community } from '../community.fixture.js';
import { type Embedder, embedder } from './embedder.fixture.js';
import { fused } from './fusion.js';
import { MeaningIndex } from './meaning.index.js';
import { MeaningIndexing } from './meaning.indexing.js';

const ASKED = 'Why does my anteater never touch its supper?';

it('ranks first what is high in both lists, and loses nothing of either', () => {
  expect(fused(['a', 'b', 'c'], ['c', 'd'])).toEqual(['c', 'a', 'b', 'd']);
  expect(fused(['a'], [])).toEqual(['a']);
});

describe.each(['/v1/embeddings', '/api/embed'] as const)('what a sentence means, by %s', (path) => {
  let server: Embedder;
  let community: Community;
  let aardvark: string;
  beforeAll(async () => {
    server = await embedder();
    community = await Community.open('shared', { embedder: { url: server.url(path), model: 'small', key: 'sesame' } });
    aardvark = await community.ask('Aardvark leaves dinner', { body: 'All of the dinner.' });
    await community.ask('Invoice for August is missing', { body: 'It has not come.' });
    await community.ask('Router restarts at night', { body: 'Every night.' });
    await community.indexed();
  });
  afterAll(async () => {
    await community.close();
    await server.close();
  });
  beforeEach(() => server.down(false));

  const round = () => community.get(MeaningIndexing).round();
  const first = async (text = ASKED) => (await community.search(text)).nodes[0]?.thread?.key;
  const due = async () => (await community.db.one<{ due: number }>('select count(*)::int as due from search_meaning where due'))!.due;
  const texts = () => server.asked.flatMap((each) => each.texts);

  it('finds what says the same in other words, once it is embedded', async () => {
    expect(await first()).not.toBe(aardvark);
    await round();
    expect([await first(), await due()]).toEqual([aardvark, 0]);
    expect(server.asked.every(({ path: asked, key, model }) => asked === path && key === 'Bearer sesame' && model === 'small')).toBe(true);
    await first('The anteater has no supper, call 0171 2345678, why is it so?');
    expect(texts().some((text) => text.includes('2345678'))).toBe(false); // nobody's number goes to another server
  });

  it('embeds again only what says something else, and forgets what is gone', async () => {
    const before = texts().length;
    await community.db.query('insert into search_mark (thread_id) select id from thread');
    await community.indexed();
    await round();
    expect(texts().slice(before)).toEqual(['test']); // whether it is there
    const other = await community.ask('Erdferkel frisst nicht', { body: 'Gar nichts.', language: 'de' });
    await community.indexed();
    await round();
    expect(texts().slice(before).filter((text) => text !== 'test')).toEqual([expect.stringContaining('Erdferkel frisst nicht')]);
    await community.db.query('delete from thread where id = $1', [other]);
    await community.indexed();
    await round();
    expect(await community.db.query('select from search_meaning where key = $1', [other])).toEqual([]);
    const name = await community.get(MeaningIndex).name();
    expect(await community.get(SearchEngine).searchAside({ queries: [{ indexUid: name, q: '' }] })).toMatchObject({ results: [{ estimatedTotalHits: 3 }] });
  });

  it('keeps nobody from searching while the embedder is away, nor the new from being found', async () => {
    server.down(true);
    const fresh = await community.ask('Doorbell rings silently', { body: 'No sound.' });
    await community.indexed();
    await round();
    expect([await first('Why does the doorbell ring silently?'), await due()]).toEqual([fresh, 1]);
    expect((await community.search(ASKED)).degraded).toBe(false);
    server.down(false);
    await round();
    expect(await due()).toBe(0);
  });

  it('begins anew with another model, and leaves nothing once there is none', async () => {
    const another = await community.again(community.runtime.meili, { embedder: { url: server.url(path), model: 'large' } });
    await another.get(MeaningIndexing).round();
    expect(server.asked.at(-1)).toMatchObject({ model: 'large', key: undefined, texts: expect.arrayContaining([expect.stringContaining('Aardvark')]) as unknown });
    await another.stop();
    const none = await community.again(community.runtime.meili, { embedder: undefined });
    await none.get(MeaningIndexing).round();
    expect([await none.db.query('select from search_meaning'), await none.get(MeaningIndex).exists()]).toEqual([[], false]);
    await none.stop();
  });
});
