import { DataSource } from 'typeorm';
import { countStatements } from '#platform/testing';
import { type Person, type RunningApp, runningApp } from '../support/running-app.js';
import { acts } from './acts.js';

const TALK = { title: 'How do you lay cables behind a desk?', body: 'Mine hang down to the floor.' };
const OUTAGE = { title: 'Outage of the fixed network in Bonn', body: 'A cable was cut. We are working on it.' };
const tomorrow = () => new Date(Date.now() + 24 * 3_600_000).toISOString();

describe('discussions and announcements over GraphQL', () => {
  let app: RunningApp;
  let admin: Person, mina: Person, ada: Person, staff: Person;
  let categoryId: string;

  beforeAll(async () => {
    app = await runningApp({ trustProxy: 1, roles: ['api'] });
    [admin, mina, ada, staff] = [await app.person('Root', 'admin'), await app.person('Mina'), await app.person('Ada'), await app.person('Jo Staff', 'staff')];
    categoryId = (await acts(admin).createCategory('Internet')).category!.id;
  });
  afterAll(() => app.close());

  it('lists the replies of a discussion in the order they came, forwards and backwards, and accepts none', async () => {
    const { thread } = await acts(mina).discuss({ ...TALK, categoryId });
    const ids: string[] = [];
    for (let i = 0; i < 5; i += 1) ids.push((await acts(ada).answer(thread!.id, `Reply number ${i}`)).post!.id);
    await acts(mina).vote(ids[3]!, 'up');
    expect((await acts(mina).accept(ids[3]!)).problem).toMatchObject({ reason: 'not-a-question' });
    expect((await acts(staff).markOfficial(ids[3]!)).problem).toMatchObject({ reason: 'not-a-question' });
    const page = async (args: string) => {
      const data = await app.guest.ask<{ thread: { kind: string; answers: { nodes: { id: string }[]; pageInfo: { startCursor: string; endCursor: string } } } }>(
        `query($id: ID!) { thread(id: $id) { kind answers(${args}) { nodes { id } pageInfo { startCursor endCursor } } } }`,
        { id: thread!.id },
      );
      return { kind: data.thread.kind, ids: data.thread.answers.nodes.map((node) => node.id), ...data.thread.answers.pageInfo };
    };
    const first = await page('first: 2');
    expect(first).toMatchObject({ kind: 'discussion', ids: ids.slice(0, 2) });
    expect((await page(`first: 5, after: "${first.endCursor}"`)).ids).toEqual(ids.slice(2));
    const last = await page('last: 2');
    expect(last.ids).toEqual(ids.slice(3));
    expect((await page(`last: 5, before: "${last.startCursor}"`)).ids).toEqual(ids.slice(0, 3));
  });

  it('filters lists by kind', async () => {
    const question = await acts(mina).ask({ ...TALK, categoryId });
    const talk = await acts(mina).discuss({ ...TALK, categoryId });
    const list = async (args: string) => {
      const { threads } = await app.guest.ask<{ threads: { nodes: { id: string; kind: string }[] } }>(`{ threads(first: 50, ${args}) { nodes { id kind } } }`);
      return threads.nodes;
    };
    const talks = await list('kind: discussion');
    expect(talks[0]!.id).toBe(talk.thread!.id);
    expect(new Set(talks.map((node) => node.kind))).toEqual(new Set(['discussion']));
    expect((await list('kind: question, category: "internet"')).map((node) => node.id)).toContain(question.thread!.id);
    expect((await app.guest.raw('{ threads(first: 1, kind: gossip) { nodes { id } } }')).body.errors![0]!.extensions.code).toBe('BAD_USER_INPUT');
  });

  it('shows what is out of order until it is over, the newest three; staff alone announce and end', async () => {
    const input = { ...OUTAGE, categoryId, notice: { affected: 'Fixed network, Bonn', expectedEndAt: tomorrow() } };
    expect((await mina.raw('mutation($input: AnnounceInput!) { announce(input: $input) { problem { code } } }', { input })).body.errors![0]!.extensions.code).toBe('FORBIDDEN');
    const ongoing = async () => {
      const data = await app.guest.ask<{ serviceNotices: { id: string; notice: object }[] }>('{ serviceNotices { id notice { affected ongoing expectedEndAt endedAt } } }');
      return data.serviceNotices;
    };
    const ids: string[] = [];
    for (let i = 0; i < 4; i += 1) ids.unshift((await acts(staff).announce(input)).thread!.id);
    expect(await acts(staff).announce({ ...OUTAGE, categoryId })).toMatchObject({ problem: null });
    expect(await ongoing()).toMatchObject(ids.slice(0, 3).map((id) => ({ id, notice: { affected: 'Fixed network, Bonn', ongoing: true, expectedEndAt: input.notice.expectedEndAt, endedAt: null } })));
    await app.db.query(`update thread set state = 'hidden' where id = $1`, [ids[1]!.slice(4)]);
    expect((await ongoing()).map(({ id }) => id)).toEqual([ids[0], ids[2], ids[3]]);
    for (let twice = 0; twice < 2; twice += 1) expect((await acts(staff).endNotice(ids[0]!)).thread).toMatchObject({ id: ids[0] });
    expect((await ongoing()).map(({ id }) => id)).toEqual([ids[2], ids[3]]);
    expect(await app.db.query(`select from event where kind = 'NoticeEnded' and subject->>'threadId' = $1`, [ids[0]!.slice(4)])).toHaveLength(1);
    const talk = await acts(mina).discuss({ ...TALK, categoryId });
    expect((await staff.raw('mutation($input: EndNoticeInput!) { endNotice(input: $input) { problem { code } } }', { input: { threadId: talk.thread!.id } })).body.errors![0]!.extensions.code).toBe('NOT_FOUND');
  });

  it('reads of notices what is asked for, in as many statements for three as for one, and lets nobody ask for too much', async () => {
    await app.db.query('update service_notice set ended_at = now() where ended_at is null');
    const source = app.app.get(DataSource);
    const read = async (asked: string) => countStatements(source, () => app.guest.ask(`{ serviceNotices { notice { ${asked} } } }`));
    const WHOLE = 'affected updates { state text } categories { name }';
    const counts: number[] = [];
    for (const more of [1, 2]) {
      for (let n = 0; n < more; n += 1) await acts(staff).announce({ ...OUTAGE, categoryId, notice: { affected: 'Bonn', categoryIds: [categoryId] } });
      counts.push((await read(WHOLE)).length);
    }
    expect(counts).toEqual([2, 2]);
    const [only, ...more] = await read('affected state');
    expect([more, /notice_category|u\.body/.test(only!)]).toEqual([[], false]);
    const { serviceNotices } = await app.guest.ask<{ serviceNotices: { notice: object }[] }>(`{ serviceNotices { notice { ${WHOLE} } } }`);
    expect(serviceNotices.map(({ notice }) => notice)).toEqual(Array.from({ length: 3 }, () => ({ affected: 'Bonn', updates: [{ state: 'looking', text: null }], categories: [{ name: 'Internet' }] })));
    const greedy = await app.guest.raw('{ serviceNotices { notice { a: updates { state text createdAt expectedEndAt } b: updates { state text createdAt expectedEndAt } } } }');
    expect(greedy.body.errors![0]!.message).toContain('asks for too much at once');
  });

  it('shows notices in the language of the one who asks before others', async () => {
    const announced = async (input: { title: string; body: string }) => (await acts(staff).announce({ categoryId, notice: { affected: 'Bonn' }, ...input })).thread!.id;
    const german = await announced({ title: 'Störung des Festnetzes in Bonn', body: 'Seit heute Morgen ist ein Kabel durchtrennt, wir arbeiten daran.' });
    const english = await announced(OUTAGE);
    const ids = async (person: Person) => (await person.ask<{ serviceNotices: { id: string }[] }>('{ serviceNotices { id } }')).serviceNotices.map(({ id }) => id);
    expect((await ids(app.guest))[0]).toBe(english);
    await app.db.query(`update member set language = 'de' where id = $1`, [mina.memberId.slice(4)]);
    expect((await ids(mina)).slice(0, 2)).toEqual([german, english]);
  });

  it('tells everything that is wrong with a form at once', async () => {
    const wrong = { title: 'Short', body: '', categoryId: 'cat_999', tags: ['nobody-made-this'] };
    for (const payload of [await acts(mina).ask(wrong), await acts(mina).discuss(wrong)]) {
      expect(payload.problem!.fields!.map(({ field, code }) => [field, code])).toEqual([['title', 'too-short'], ['body', 'required'], ['categoryId', 'unknown'], ['tags', 'unknown']]);
    }
    const notice = { affected: 'x', expectedEndAt: tomorrow() };
    expect((await acts(staff).announce({ ...OUTAGE, categoryId: 'cat_999', notice })).problem!.fields!.map(({ field }) => field)).toEqual(['notice.affected', 'categoryId']);
    expect((await acts(staff).announce({ ...OUTAGE, categoryId, notice: { affected: 'Everything', expectedEndAt: '1999-01-01T00:00:00Z' } })).problem!.fields).toMatchObject([{ field: 'notice.expectedEndAt', code: 'malformed' }]);
    const nul = { ...wrong, tags: ['a\u0000b'] };
    expect((await acts(mina).ask(nul)).problem!.fields!.map(({ field, code }) => [field, code])).toEqual([['title', 'too-short'], ['body', 'required'], ['tags', 'malformed'], ['categoryId', 'unknown']]);
  });
});
