import { Actor } from '#platform/access';
import { Community, until } from './community.fixture.js';
import { SearchService } from './search.service.js';

let community: Community;

beforeAll(async () => {
  community = await Community.open();
});

afterAll(() => community.close());

describe('search', () => {
  it('finds an accepted answer within two seconds of its commit, and exactly once', async () => {
    const thread = await community.ask('Kaffeemaschine tropft', { body: 'Seit gestern tropft sie ununterbrochen.', language: 'de' });
    await community.indexed();
    const post = await community.answer(thread, 'Die Dichtung am Brühkopf war porös, nach dem Tausch ist Ruhe.');
    await community.accept(thread, post);
    const took = await until(async () => (await community.found('Brühkopf Dichtung porös')).length > 0, 2_000);
    expect(took).toBeLessThan(2_000);
    const { nodes, degraded } = await community.search('Brühkopf Dichtung porös');
    expect(degraded).toBe(false);
    expect(nodes.map((hit) => [hit.thread!.key, hit.thread!.solved])).toEqual([[thread, true]]);
    expect(nodes[0]!.snippet.filter((segment) => segment.hit).map((segment) => segment.text)).toEqual(['Dichtung', 'Brühkopf', 'porös']);
  });

  it('understands a sentence, other spellings, inflection, typing mistakes and a word begun', async () => {
    const contract = await community.ask('Vertrag vorzeitig kündigen', { body: 'Mein Umzug steht an, wie werde ich den Tarif los?', language: 'de' });
    const fibre = await community.ask('Glasfaseranschluss liefert keine Leistung', { language: 'de' });
    await community.indexed();
    expect((await community.found('Hallo zusammen, ich wüsste gern, wie man Verträge vor der Zeit kuendigen kann. Danke im Voraus!'))[0]).toBe(contract);
    expect(await community.found('vertraege kuendigung')).toContain(contract);
    expect(await community.found('vertarg')).toContain(contract);
    expect(await community.found('vorzei')).toContain(contract);
    expect(await community.found('anschluss')).toContain(fibre);
  });

  it('keeps to category with those below it, tag and solved, in both ways of searching', async () => {
    await community.category('devices');
    await community.category('printers', 'devices');
    const printer = await community.ask('The zebra printer stutters', { category: 'printers', tag: 'zebra' });
    const other = await community.ask('A zebra crossed the road');
    await community.accept(other, await community.answer(other, 'It happens.'));
    await community.indexed();
    const withoutEngine = await community.again({ url: 'http://127.0.0.1:9' }); // nobody listens there
    try {
      for (const [one, degraded] of [[community, false], [withoutEngine, true]] as const) {
        expect((await one.search('zebra')).degraded).toBe(degraded);
        expect((await one.found('zebra')).sort()).toEqual([printer, other].sort());
        expect(await one.found('zebra', { category: 'devices' })).toEqual([printer]);
        expect(await one.found('zebra', { tag: 'zebra' })).toEqual([printer]);
        expect(await one.found('zebra', { solved: true })).toEqual([other]);
        expect(await one.found('zebra', { solved: false, category: 'printers' })).toEqual([printer]);
        expect(await one.found('zebra', { category: 'no-such' })).toEqual([]);
        expect(await one.found('zebra', { tag: 'no-such' })).toEqual([]);
        expect(await one.found('zebra', { category: '\u0000', tag: '\ud800' })).toEqual([]);
      }
    } finally {
      await withoutEngine.stop();
    }
  });

  it('forgets what is hidden or deleted, and knows it again when it is back', async () => {
    const thread = await community.ask('Quokka keeps escaping');
    await community.indexed();
    expect(await community.found('quokka')).toEqual([thread]);
    await community.setState(thread, 'hidden');
    expect(await community.found('quokka')).toEqual([]); // at once: hits are read again
    await community.indexed();
    expect(await community.db.query('select from search_document where thread_id = $1', [thread])).toEqual([]);
    await community.setState(thread, 'visible');
    await community.indexed();
    expect(await community.found('quokka')).toEqual([thread]);
    await community.db.query('delete from thread where id = $1', [thread]);
    await community.indexed();
    expect(await community.found('quokka')).toEqual([]);
  });

  it('finds a thread by the words of its duplicates and of those whom it helped, with Meilisearch and without', async () => {
    const thread = await community.ask('Lamp at the gateway is purple', { body: 'What does it mean?' });
    const [duplicate, merged] = [await community.ask('Violet glow on my aardvark'), await community.ask('Mauve shine')];
    await community.db.query(`update thread set duplicate_of = $2, closed_at = now(), close_reason = 'duplicate' where id = $1`, [duplicate, thread]);
    await community.db.query(`update thread set state = 'merged', merged_into = $2 where id = $1`, [merged, thread]);
    const member = await community.db.one<{ id: string }>(`insert into member (name, name_key, first_posted_at) values ('Ben', 'ben', now() - interval '2 days') returning id`);
    const fresh = await community.db.one<{ id: string }>(`insert into member (name, name_key, first_posted_at) values ('Bea', 'bea', now()) returning id`);
    const solved = (words: string, day: number, by: string | null, outcome = 'confirmed') =>
      community.db.query(`insert into deflection (thread_id, member_id, visitor, day, outcome, asked) values ($1, $2, $3, date '2026-01-01' + $4::int, $5, $6)`, [thread, by, by ? null : `guest ${day}`, day, outcome, words]);
    await solved('lilac flicker', 1, member!.id);
    await solved('ultramarine beam', 2, null);
    await solved('crimson halo', 2, fresh!.id);
    await solved('cyan ray', 3, member!.id, 'failed');
    for (const day of [4, 5, 6]) await solved('Indigo blink', day, null);
    await community.db.query('update thread set solved_for = 6 where id = $1', [thread]);
    await community.indexed();
    const withoutEngine = await community.again({ url: 'http://127.0.0.1:9' });
    try {
      for (const one of [community, withoutEngine]) {
        expect((await one.found('violet aardvark')).sort()).toEqual([thread, duplicate].sort());
        for (const words of ['mauve shine', 'lilac flicker', 'indigo blink']) expect([words, await one.found(words)]).toEqual([words, [thread]]);
        for (const words of ['ultramarine beam', 'cyan ray', 'crimson halo']) expect([words, await one.found(words)]).toEqual([words, []]);
      }
    } finally {
      await withoutEngine.stop();
    }
    await community.db.query('update thread set duplicate_of = null, closed_at = null, close_reason = null where id = $1', [duplicate]);
    await community.indexed();
    expect(await community.found('violet aardvark')).toEqual([duplicate]);
  });

  it('suggests what is likely to answer a sentence, says how likely, and stays quiet otherwise', async () => {
    const thread = await community.ask('Gecko terrarium fogs up every morning', { body: 'The glass of the terrarium is wet.' });
    await community.ask('Gecko does not eat', { body: 'Since it moved, it leaves every insect.' });
    await community.indexed();
    const suggest = (text: string) => community.get(SearchService).suggest(Actor.guest('en'), text, 5);
    const likely = await suggest('Hello, why does the glass of my terrarium fog up in the morning?');
    expect(likely.threads[0]!.key).toBe(thread);
    expect(likely.confidence).toBeGreaterThan(0.3);
    expect((await suggest('Hello, why does the glass of my terrarium fog up in the morning? 0171 2345678, erika.muster@web.de')).confidence).toBe(likely.confidence);
    const told = 'My daughter has had it since her birthday. We bought it at the market, from a lady with a green hat, together with a lamp and a stone. Nothing else was changed, neither food nor water nor the room.';
    expect((await suggest(`Terrarium fogs up\n${told}`)).threads[0]!.key).toBe(thread);
    expect((await suggest(`Terrarium fogs up. ${told}`)).threads).toEqual([]); // which is the subject of so many words, nobody can tell
    const unlikely = await suggest('How do I teach a falcon to carry parcels over the mountains to a customer with a gecko, whatever the weather forecast says?');
    expect(unlikely.threads).toEqual([]);
    expect(unlikely.confidence).toBeLessThan(0.16);
    const typed = await suggest('terrari');
    expect(typed.threads.map(({ key }) => key)).toEqual([thread]);
    expect(typed.confidence).toBeLessThan(0.16); // so few letters fit much
  });

  it('pages through at most a hundred', async () => {
    for (let i = 0; i < 5; i++) await community.ask(`Wombat number ${i}`);
    await community.indexed();
    const first = await community.search('wombat', {}, 3);
    expect(first.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
    expect(first.nodes).toHaveLength(3);
    expect(await first.estimatedTotal()).toBe(5);
  });

  it('finds nothing for nothing', async () => {
    for (const text of ['', '   ', '???', '"', '-', '\u0000', '💥', "'", "\\' | !"]) expect((await community.search(text)).nodes).toEqual([]);
  });

  it('finds a title as it is typed, letter by letter', async () => {
    const typed = await community.ask('How do I delete the quokka list', { body: 'It is too long.' });
    for (const other of ['How do I delay a marmot', 'How do I deliver a walrus', 'Delete how I do', 'I do delegate']) await community.ask(other, { body: 'How do I delete, deliver, delay and delegate it? The quokka knows.' });
    await community.indexed();
    for (const text of ['How do I del', 'how do i delete', 'How do I delete the qu']) expect((await community.found(text)).slice(0, 3)).toContain(typed);
    expect((await community.found('How do I delete'))[0]).toBe(typed);
  });
});
