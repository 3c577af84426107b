import { Community } from './community.fixture.js';
import type { SearchFacets } from './facet.type.js';
import { FACETS, type Narrowing, without } from './finding/search.filter.js';

const CATEGORIES = ['internet', 'fibre', 'mobile'] as const; // fibre below internet
const KINDS = ['question', 'question', 'discussion', 'announcement'];

let community: Community;
let withoutEngine: Community;

beforeAll(async () => {
  community = await Community.open();
  await community.category('internet');
  await community.category('fibre', 'internet');
  await community.category('mobile');
  withoutEngine = await community.again({ url: 'http://127.0.0.1:9' }); // nobody listens there
});

afterAll(async () => {
  await withoutEngine.stop();
  await community.close();
});

/** Threads of every sort with one or two of these words in their titles. */
async function seed([word, second]: [string, string], threads: number): Promise<string[]> {
  const made: string[] = [];
  for (let i = 0; i < threads; i++) {
    const thread = await community.ask(`${[word, second, `${word} ${second}`][i % 3]} ${i}`, { category: CATEGORIES[i % 5] ?? 'general', tag: i % 7 === 0 ? 'common' : `tag-${i % 13}`, language: i % 3 ? 'en' : 'de' });
    await community.db.query('update thread set kind = $2, has_official = $3 where id = $1', [thread, KINDS[i % 4], i % 11 === 0]);
    if (i % 4 === 1) await community.accept(thread, await community.answer(thread, 'It is.'));
    made.push(thread);
  }
  await community.indexed();
  return made;
}

/** Each choice there is, as one would make it, and what is said of it. */
function choices(facets: SearchFacets): [Narrowing, number][] {
  return [
    ...facets.categories.map(({ value, count }): [Narrowing, number] => [{ category: value.slug }, count]),
    ...facets.tags.map(({ value, count }): [Narrowing, number] => [{ tag: value.name }, count]),
    ...facets.states.map(({ value, count }): [Narrowing, number] => [{ state: value }, count]),
    ...facets.kinds.map(({ value, count }): [Narrowing, number] => [{ kind: value }, count]),
    ...facets.languages.map(({ value, count }): [Narrowing, number] => [{ language: value }, count]),
  ];
}

describe('facets', () => {
  it.each([['few', ['wombat', 'tunnel'], 40], ['more than are ranked', ['quokka', 'burrow'], 130]] as [string, [string, string], number][])('say of each choice what one finds after making it: %s', async (_, words, threads) => {
    await seed(words, threads);
    const text = words.join(' ');
    for (const one of [community, withoutEngine]) {
      for (const narrowed of [{}, { category: 'internet', language: 'en' as const }, { tag: 'common', kind: 'question' as const, state: 'solved' as const }]) {
        const found = await one.search(text, narrowed);
        expect(found.degraded).toBe(one === withoutEngine);
        const facets = await found.facets();
        const all = choices(facets);
        if (Object.keys(narrowed).length === 0) {
          expect(await found.estimatedTotal()).toBe(threads);
          expect(all.map(([choice]) => Object.values(choice)[0])).toEqual(expect.arrayContaining(['internet', 'fibre', 'mobile', 'general', 'common', 'solved', 'unsolved', 'official', 'question', 'discussion', 'announcement', 'de', 'en']));
          expect(facets.tags).toHaveLength(10);
        }
        for (const [choice, count] of all) {
          expect([one === community, narrowed, choice, await (await one.search(text, { ...narrowed, ...choice })).estimatedTotal()]).toEqual([one === community, narrowed, choice, count]);
        }
        for (const { facet, count } of facets.without) {
          expect([narrowed, facet, await (await one.search(text, { ...narrowed, [facet]: undefined })).estimatedTotal()]).toEqual([narrowed, facet, count]);
        }
        expect(facets.without.map(({ facet }) => facet).sort()).toEqual(Object.keys(narrowed).sort());
      }
    }
  });

  it('count nothing that the one who asks may not see, from the moment on', async () => {
    const threads = await seed(['echidna', 'echidna'], 8);
    await community.setState(threads[0]!, 'hidden');
    await community.setState(threads[1]!, 'held');
    for (const one of [community, withoutEngine]) {
      const found = await one.search('echidna');
      expect(await found.estimatedTotal()).toBe(6);
      expect((await found.facets()).languages.reduce((sum, { count }) => sum + count, 0)).toBe(6);
    }
    await community.indexed();
  });

  it('keep what was chosen in sight where nothing has it', async () => {
    await seed(['bilby', 'bilby'], 3);
    for (const one of [community, withoutEngine]) {
      const facets = await (await one.search('bilby', { tag: 'tag-12', category: 'mobile', state: 'official' })).facets();
      expect(facets.tags.filter(({ chosen }) => chosen)).toEqual([expect.objectContaining({ count: 0, value: expect.objectContaining({ name: 'tag-12' }) })]);
      expect(facets.categories.filter(({ chosen }) => chosen)).toEqual([expect.objectContaining({ count: 0 })]);
      const unknown = await (await one.search('bilby', { tag: 'no-such' })).facets();
      expect(unknown.without).toEqual([{ facet: 'tag', count: 3 }]);
      expect(unknown.categories).toEqual([]);
    }
  });
});

it('drops one facet and keeps the others', () => {
  const filter = { categoryIds: [1], tagId: 2, solved: null, state: 'solved', kind: 'question', language: 'de' } as const;
  for (const facet of FACETS) expect(Object.values(without({ ...filter, categoryIds: [1] }, facet)).filter((value) => value === null)).toHaveLength(2);
});
