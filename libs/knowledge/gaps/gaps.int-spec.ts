import { Actor } from '#platform/access';
import { Community } from '../community.fixture.js';
import { SearchService } from '../search.service.js';
import { GapCollector } from './gap.collector.js';
import { GapReader } from './gap.reader.js';
import { GapService } from './gap.service.js';
import { gapTasks } from './gap.tasks.js';

const PAGE = { limit: 10, from: null, backwards: false };

describe('what people miss', () => {
  let community: Community;
  let thread: string;
  const guest = Actor.guest('en');
  const search = (text: string, more: { tag?: string } = {}, actor = guest) => community.get(SearchService).search(actor, { text, ...more }, PAGE);
  const listed = async () => {
    await community.get(GapCollector).flush();
    return (await community.get(GapReader).list(guest, PAGE)).nodes;
  };
  beforeAll(async () => {
    community = await Community.open();
    thread = await community.ask('Gecko terrarium fogs up every morning', { body: 'The glass of the terrarium is wet.' });
    await community.ask('Gecko does not eat', { body: 'Since it moved, it leaves every insect.' });
    await community.indexed();
  });
  beforeEach(() => community.db.query('delete from search_gap'));
  afterAll(() => community.close());

  it('is counted by what is asked, whatever the order and form of the words, with what comes nearest', async () => {
    for (const text of ['How do falcons carry parcels over mountains to the gecko?', 'The gecko: over the mountain a falcon carries parcels, how?', 'Carrying parcels over mountains, a falcon to a gecko, how?']) await search(text);
    await search('How can an aardvark learn to sing opera?');
    const [most, other] = await listed();
    expect(most).toMatchObject({ words: 'Carrying parcels over mountains, a falcon to a gecko, how?', language: 'en', searches: 3, nearest: { key: expect.any(String) as string } });
    expect([other!.words, other!.searches, other!.nearest]).toEqual(['How can an aardvark learn to sing opera?', 1, null]);
    expect(await community.get(GapReader).count()).toBe(2);
    const behind = await community.get(GapReader).list(guest, { ...PAGE, limit: 1, from: ['3', most!.key] });
    expect(behind.nodes.map(({ words }) => words)).toEqual([other!.words]);
  });

  it('is not what is answered, narrowed, leafed through, typed by staff, or only begun', async () => {
    expect((await search('Hello, why does the glass of my terrarium fog up in the morning?')).nodes[0]!.thread!.key).toBe(thread);
    await search('How can an aardvark learn to sing opera?', { tag: 'nothing' });
    await community.get(SearchService).search(guest, { text: 'How can an aardvark learn to sing opera?' }, { ...PAGE, from: ['20'] });
    await search('How can an aardvark learn to sing opera?', {}, Actor.member({ id: '1', name: 'Jo', role: 'staff', rank: 0, language: 'en' }));
    await search('gecko');
    await search('the and or');
    expect(await listed()).toEqual([]);
    await search('quokka');
    expect((await listed()).map(({ words }) => words)).toEqual(['quokka']);
  });

  it('keeps no private data, no flood, and goes after three months', async () => {
    await search('Who is erika.muster@web.de with 0171 2345678, and why does she sing?');
    expect((await listed()).map(({ words }) => words)).toEqual(['Who is •••••.••••••@•••.•• with •••• •••••••, and why does she sing?']);
    await community.db.query(`insert into search_gap (stems, words, searches) select 's' || n, 'w', 1 from generate_series(1, 5000) n`);
    await search('How can an aardvark learn to sing opera?');
    await search('Who is erika.muster@web.de with 0171 2345678, and why does she sing?');
    await community.get(GapCollector).flush();
    expect(await community.db.query(`select searches from search_gap where words <> 'w'`)).toEqual([{ searches: 2 }]);
    await community.db.query(`update search_gap set day = current_date - 31`);
    expect(await listed()).toEqual([]);
    await community.db.query(`update search_gap set day = current_date - 91 where words = 'w'`);
    await (gapTasks(community.db)['forget-gaps'] as (payload: unknown, helpers: never) => Promise<void>)({}, {} as never);
    expect(await community.db.one('select count(*)::int as kept from search_gap')).toEqual({ kept: 1 });
  });

  it('is closed in all its words, and back when somebody misses it again', async () => {
    await search('How can an aardvark learn to sing opera?');
    const [gap] = await listed();
    await community.db.query(`insert into search_gap (stems, day, words, searches) select stems, day - 1, words, 1 from search_gap`);
    expect((await listed())[0]!.searches).toBe(2);
    for (let twice = 0; twice < 2; twice += 1) expect(await community.get(GapService).close(gap!.id)).toBe(gap!.id);
    expect(await listed()).toEqual([]);
    await search('Can aardvarks learn singing operas? How?');
    expect((await listed()).map(({ searches }) => searches)).toEqual([2]);
    await expect(community.get(GapService).close('gap_999999')).rejects.toMatchObject({ message: 'Not found.' });
  });
});
