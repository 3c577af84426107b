import { Actor } from '#platform/access';
import { Community, until } from '../community.fixture.js';
import { SearchService } from '../search.service.js';

const guest = Actor.guest('en');

describe.each(['shared', 'none'] as const)('articles and FAQ entries beside threads, Meilisearch: %s', (meili) => {
  let community: Community;
  let thread: string, faq: string, article: string;
  const search = async (text: string, more = {}) => (await community.search(text, more)).nodes.map(({ thread: found, entry }) => (entry ? `e${entry.key}` : found!.key));
  const entry = async (kind: string, title: string, text: string, more: Record<string, unknown> = {}) => {
    const row: Record<string, unknown> = { kind, title, slug: 'x', source: text, html: `<p>${text}</p>`, renderer: 0, language: 'en', state: 'published', published_at: new Date(), changed_at: new Date(), ...more };
    const columns = Object.keys(row);
    const made = await community.db.one<{ id: string }>(
      `insert into knowledge_entry (category_id, ${columns.join(', ')}) values ((select id from category where slug = 'general'), ${columns.map((_, n) => `$${n + 1}`).join(', ')}) returning id`, Object.values(row));
    return made!.id;
  };
  beforeAll(async () => {
    community = await Community.open(meili);
    thread = await community.ask('Gecko terrarium fogs up every morning', { body: 'The glass of the terrarium is wet.' });
    const post = await community.answer(thread, 'Open the upper vent a little.');
    await community.accept(thread, post);
    for (const n of [1, 2, 3, 4, 5]) await community.ask(`A parrot that learns song number ${n}`, { body: 'It sings at noon.' });
    faq = await entry('faq', 'Why is the glass of a terrarium wet?', 'Warm air meets cold glass: open the upper vent.');
    article = await entry('article', 'Setting up a terrarium for beginners', 'Choose glass, a vent and a lamp. Heating needs a thermostat.');
    await entry('faq', 'How warm is a terrarium?', 'Some thermostat text that nobody may find.', { state: 'draft', published_at: null, changed_at: null });
    await community.db.query('insert into knowledge_source (entry_id, post_id) values ($1, $2)', [faq, post]);
    await community.db.query('insert into search_mark (entry_id) values ($1)', [faq]);
    await community.indexed();
  });
  afterAll(() => community.close());

  it('are found by their words, ranked with threads, and shown with a snippet', async () => {
    expect((await search('Why is the glass of my terrarium wet?')).slice(0, 1)).toEqual([`e${faq}`]);
    expect(await search('Why is the glass of my terrarium wet?')).toContain(thread);
    const [hit] = (await community.search('Which heating thermostat for beginners?')).nodes;
    expect(hit).toMatchObject({ thread: null, entry: { key: article, kind: 'article' } });
    expect(hit!.snippet.some(({ hit: isHit, text }) => isHit && text === 'thermostat')).toBe(true);
  });

  it('stand for a thread whose answer they say under the same title, at the better place of the two, and are counted once', async () => {
    const [title, before] = ['Gecko terrarium fogs up every morning', await search('Gecko terrarium fogs up')];
    await community.db.query('update knowledge_entry set title = $2 where id = $1', [faq, title]);
    await community.db.query('update thread set has_knowledge = true where id = $1', [thread]);
    await community.indexed();
    expect([before[0], await search('Gecko terrarium fogs up')]).toEqual([thread, expect.arrayContaining([`e${faq}`])]);
    const found = await search('Gecko terrarium fogs up');
    expect([found[0], found.includes(thread), await search('Gecko terrarium fogs up', { kind: 'question' })]).toEqual([`e${faq}`, false, expect.arrayContaining([thread])]);
    const results = await community.search('Gecko terrarium fogs up');
    const { kinds } = await results.facets();
    expect([await results.estimatedTotal(), kinds.find(({ value }) => value === 'question')?.count]).toEqual([found.length, (await search('Gecko terrarium fogs up', { kind: 'question' })).length]);
    const { nodes } = await community.get(SearchService).suggest(guest, 'Gecko terrarium fogs up', 5);
    expect(nodes.map((node) => node.entry?.key)).toContain(faq);
    await community.db.query(`update knowledge_entry set title = 'Why is the glass of a terrarium wet?' where id = $1`, [faq]);
    await community.indexed();
  });

  it('are found by the questions that they answer', async () => {
    expect(await search('Gecko fogs every morning')).toEqual(expect.arrayContaining([thread, `e${faq}`]));
  });

  it('are narrowed to and counted', async () => {
    expect(await search('terrarium', { kind: 'faq' })).toEqual([`e${faq}`]);
    expect(await search('terrarium', { kind: 'question' })).toEqual([thread]);
    expect((await search('terrarium', { state: 'official' })).sort()).toEqual([`e${article}`, `e${faq}`].sort());
    const { kinds } = await (await community.search('terrarium')).facets();
    expect(Object.fromEntries(kinds.map(({ value, count }) => [value, count]))).toEqual({ question: 1, article: 1, faq: 1 });
  });

  it('are suggested to whoever is about to ask', async () => {
    const { entries, threads } = await community.get(SearchService).suggest(guest, 'Why is the glass of my terrarium wet?', 2);
    expect([entries.map(({ key }) => key)[0], threads.map(({ key }) => key)]).toEqual([faq, [thread]]);
  });

  it('are not found any more once they are withdrawn, archived or merged', async () => {
    await community.db.query(`update knowledge_entry set state = 'needs_review', withdrawn = true where id = $1`, [faq]);
    expect(await search('Why is the glass of my terrarium wet?')).not.toContain(`e${faq}`); // the index may be late, the database is not
    await community.indexed();
    expect(await community.db.query('select from search_document where entry_id = $1', [faq])).toEqual([]);
    await community.db.query(`update knowledge_entry set withdrawn = false where id = $1`, [faq]);
    await until(async () => (await search('Why is the glass of my terrarium wet?')).includes(`e${faq}`), 10_000);
    await community.db.query('delete from knowledge_entry where id = $1', [article]);
    await community.indexed();
    expect(await search('thermostat')).toEqual([]);
  });
});
