import type { Actor } from '#platform/access';
import { encodeId, type Page } from '#platform/database';
import { again } from '#platform/graphql';
import { broken, forum, type Forum } from '../forum.fixture.js';
import { ThreadReader } from '../thread/thread.reader.js';
import { AnnounceService } from './announce.service.js';
import { DuplicateService } from '../merging/duplicate.service.js';
import { canSayWorks, canUpdateNotice } from './notice.policy.js';
import { NoticeParts } from './notice.parts.js';
import { NoticeReader } from './notice.reader.js';
import { NoticeService } from './notice.service.js';
import type { NoticeAboutInput, NoticeUpdate, ServiceNoticeInput, UpdateNoticeInput } from './notice.type.js';
import { WorksService } from './works.service.js';

let f: Forum;
let staff: Actor, mina: Actor;
beforeAll(async () => {
  f = await forum();
  [staff, mina] = [await f.member('staff'), await f.member()];
});
afterAll(() => f.close());
afterEach(() => f.db.query('update service_notice set ended_at = now() where ended_at is null'));

const get = <T>(token: new (...args: never[]) => T): T => f.test.context.get(token, { strict: false });
const announce = (notice: Partial<ServiceNoticeInput> = {}, more: { title?: string; categoryId?: string; tags?: string[] } = {}) =>
  get(AnnounceService).announce(staff, { title: 'Outage of the fixed network', body: 'A cable was cut. We are on it.', categoryId: f.categoryId, tags: [], ...more, notice: { affected: 'Fixed network', ...notice } });
const update = (thread: string, change: Partial<UpdateNoticeInput>, actor = staff) => get(NoticeService).update(actor, { threadId: encodeId('thread', thread), state: 'found', text: 'A digger was it.', ...change });
const saysWorks = (actor: Actor, thread: string, works: boolean) => again(() => get(WorksService).say(actor, { threadId: encodeId('thread', thread), works }));
const notice = async (thread: string, actor = mina) => (await get(ThreadReader).byIds(actor, [thread])).get(thread)!.notice!;
const updates = async (threadKey: string) => (await get(NoticeParts).read([{ threadKey, part: 'updates' }]))[0] as NoticeUpdate[];
const matching = async (about: NoticeAboutInput) => (await get(NoticeReader).ongoing(mina, about, true)).map(({ key }) => key);
const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000);
const events = (thread: string) => f.db.query<{ kind: string; state: string | null }>(`select kind, subject->>'state' as state from event where kind like 'Notice%' and subject->>'threadId' = $1 order by id`, [thread]);

it('keeps each word about it, the newest first, from its beginning to its end', async () => {
  const until = inHours(4);
  const thread = await announce({ kind: 'recall', regions: ['Bonn', ' Bonn ', 'Köln'], expectedEndAt: until });
  expect(await notice(thread)).toMatchObject({ kind: 'recall', state: 'looking', regions: ['Bonn', 'Köln'], ongoing: true, expectedEndAt: until, overdue: false });
  expect(await updates(thread)).toMatchObject([{ state: 'looking', text: null, expectedEndAt: until }]);
  await update(thread, {});
  await update(thread, { state: 'repairing', text: 'Two splicers are there.', expectedEndAt: null, affected: 'Fixed network and television' });
  expect(await notice(thread)).toMatchObject({ state: 'repairing', affected: 'Fixed network and television', regions: ['Bonn', 'Köln'], expectedEndAt: null });
  for (let twice = 0; twice < 2; twice += 1) await get(NoticeService).end(staff, { threadId: encodeId('thread', thread) });
  await update(thread, { state: 'over', text: 'It was the digger after all.' });
  expect(await notice(thread)).toMatchObject({ state: 'over', ongoing: false });
  expect((await updates(thread)).map(({ state, text }) => [state, text])).toEqual([['over', 'It was the digger after all.'], ['over', null], ['repairing', 'Two splicers are there.'], ['found', 'A digger was it.'], ['looking', null]]);
  expect(await events(thread)).toEqual([{ kind: 'NoticeUpdated', state: 'found' }, { kind: 'NoticeUpdated', state: 'repairing' }, { kind: 'NoticeEnded', state: null }]);
});

it('keeps what another has told meanwhile, whoever sends an older form', async () => {
  const thread = await announce();
  const { version } = await notice(thread);
  await update(thread, { basedOn: version, state: 'over', affected: 'All of it' });
  await expect(update(thread, { basedOn: version, state: 'repairing', affected: 'Fixed network' })).rejects.toMatchObject({ problem: { conflict: 'changed-meanwhile' } });
  expect(await notice(thread)).toMatchObject({ ongoing: false, affected: 'All of it' });
  const seen = (await notice(thread)).version;
  const both = await Promise.allSettled(['repairing', 'found'].map((state) => update(thread, { basedOn: seen, state: state as 'found' })));
  expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(await updates(thread)).toHaveLength(3);
});

it('says when what was expected has passed, until there is word', async () => {
  const thread = await announce({ expectedEndAt: inHours(1) });
  await f.db.query(`update service_notice set expected_end_at = now() - interval '1 minute' where thread_id = $1`, [thread]);
  expect((await notice(thread)).overdue).toBe(true);
  await update(thread, { expectedEndAt: inHours(2) });
  expect((await notice(thread)).overdue).toBe(false);
});

it('goes on where it was not over after all, and forgets who said that it works', async () => {
  const thread = await announce();
  await expect(saysWorks(mina, thread, true)).rejects.toMatchObject({ problem: { reason: 'notice-ongoing' } });
  await update(thread, { state: 'over' });
  await saysWorks(mina, thread, true);
  expect(await notice(thread)).toMatchObject({ worksCount: 1, brokenCount: 0 });
  await saysWorks(mina, thread, false);
  expect(await notice(thread)).toMatchObject({ worksCount: 0, brokenCount: 1 });
  await update(thread, { state: 'looking' });
  expect(await notice(thread)).toMatchObject({ ongoing: true, state: 'looking', endedAt: null, worksCount: 0, brokenCount: 0 });
  await update(thread, { state: 'over' });
  expect((await events(thread)).filter(({ kind }) => kind === 'NoticeEnded')).toHaveLength(2);
});

it('takes one word from each, however often and how many at once', async () => {
  const thread = await announce();
  await update(thread, { state: 'over' });
  const people = [mina, ...(await f.members(4))];
  const outcomes = await Promise.allSettled(people.flatMap((person) => [true, false, true].map((works) => saysWorks(person, thread, works))));
  expect(broken(outcomes)).toEqual([]);
  const [counted] = await f.db.query('select count(*) filter (where works)::int as works, count(*) filter (where not works)::int as broken from notice_word where thread_id = $1', [thread]);
  expect(await notice(thread)).toMatchObject({ worksCount: counted!['works'], brokenCount: counted!['broken'] });
  expect(Number(counted!['works']) + Number(counted!['broken'])).toBe(people.length);
});

it('ends once, however many say so at once', async () => {
  const thread = await announce();
  const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => get(NoticeService).end(staff, { threadId: encodeId('thread', thread) })));
  expect(broken(outcomes)).toEqual([]);
  expect(await events(thread)).toHaveLength(1);
});

it('refuses times that cannot be meant, categories that are not there, and an end at the beginning', async () => {
  const thread = await announce();
  const fault = (field: string) => ({ problem: { fields: [expect.objectContaining({ field })] } });
  await expect(announce({ state: 'over' })).rejects.toMatchObject(fault('notice.state'));
  await expect(announce({ expectedEndAt: inHours(-1) })).rejects.toMatchObject(fault('notice.expectedEndAt'));
  await expect(announce({ categoryIds: ['cat_999999'] })).rejects.toMatchObject(fault('notice.categoryIds'));
  await expect(update(thread, { expectedEndAt: inHours(24 * 400) })).rejects.toMatchObject(fault('expectedEndAt'));
  await expect(update(thread, { categoryIds: ['thr_1'] })).rejects.toMatchObject(fault('categoryIds'));
  await expect(update(thread, {}, mina)).rejects.toMatchObject({ problem: { reason: 'staff-only' } });
});

it('is found by what it concerns: categories with those below them, tags, regions, words', async () => {
  const [internet, mobile] = [await f.category('Internet'), await f.category('Mobile')];
  const fibre = await f.category('Fibre');
  await f.db.query('update category set parent_id = $2 where id = $1', [fibre.slice(4), internet.slice(4)]);
  await f.tag('lte');
  const fixed = await announce({ regions: ['Bonn'], categoryIds: [internet] });
  const masts = await announce({ affected: 'Masts' }, { title: 'Works at the masts tonight', categoryId: mobile, tags: ['lte'] });
  expect(await matching({ categoryId: fibre })).toEqual([fixed]);
  expect(await matching({ category: 'mobile' })).toEqual([masts]);
  expect(await matching({ tags: ['lte'] })).toEqual([masts]);
  expect(await matching({ text: 'Is there something in Bonn?' })).toEqual([fixed]);
  expect(await matching({ categoryId: fibre, fields: [{ key: 'region', value: 'Hamburg' }] })).toEqual([]);
  expect(await matching({ text: 'How do I change my name?' })).toEqual([]);
  expect((await get(NoticeReader).ongoing(mina, { category: 'mobile' }, false)).map(({ key, notice: each }) => [key, each!.matching])).toEqual([[masts, true], [fixed, false]]);
  await update(fixed, { categoryIds: [mobile] });
  expect(await matching({ categoryId: fibre })).toEqual([]);
});

it('is followed by whoever has the problem, also where they had left it', async () => {
  const thread = await announce();
  const following = async () => (await f.db.one<{ following: boolean }>(`select following from subscription where member_id = $1 and kind = 'thread' and target_id = $2`, [mina.id, thread]))?.following;
  await f.db.query(`insert into subscription (member_id, kind, target_id, following) values ($1, 'thread', $2, false)`, [mina.id, thread]);
  await f.as(mina).hasItToo(thread);
  expect([await following(), (await f.thread(thread)).same_problem_count]).toEqual([true, 1]);
  const [plain, ben] = [await announce(), await f.member()];
  await f.db.query('delete from service_notice where thread_id = $1', [plain]); // an announcement that tells of no outage
  await f.as(ben).hasItToo(plain);
  expect(await f.db.query('select from subscription where member_id = $1', [ben.id])).toEqual([]);
});

it('lists the questions that are duplicates of it, the newest first, to each as far as they may see them', async () => {
  const thread = await announce();
  const asked: string[] = [];
  for (let n = 0; n < 4; n += 1) {
    asked.unshift(await f.as(mina).asks());
    await again(() => get(DuplicateService).mark(staff, { threadId: encodeId('thread', asked[0]!), ofId: encodeId('thread', thread) }));
  }
  const [, hidden, reopened] = asked;
  await f.db.query(`update thread set state = 'hidden' where id = $1`, [hidden]);
  await f.as(staff).reopens(reopened!);
  const listed = async (actor: Actor, page: Partial<Page> = {}) => (await get(ThreadReader).duplicates(actor, thread, { limit: 10, backwards: false, from: null, ...page })).nodes.map(({ key }) => key);
  const [newest, , , oldest] = asked;
  const reader = await f.member();
  expect([await listed(reader), await listed(staff)]).toEqual([[newest, oldest], [newest, hidden, oldest]]);
  expect([await listed(reader, { limit: 1 }), await listed(reader, { limit: 1, from: [newest!] }), await listed(reader, { limit: 1, backwards: true })]).toEqual([[newest], [oldest], [oldest]]);
  expect(await listed(reader, { backwards: true, from: [oldest!] })).toEqual([newest]);
});

it('is updated, and said to work again, only where there is one', () => {
  const [visible, lasting] = [{ state: 'visible' as const }, { ongoing: true }];
  expect([canUpdateNotice(staff, visible, null), canSayWorks(mina, visible, null)]).toMatchObject([{ reason: 'no-notice' }, { reason: 'no-notice' }]);
  expect([canUpdateNotice(staff, visible, lasting), canUpdateNotice(mina, visible, lasting), canSayWorks(mina, visible, lasting), canSayWorks(mina, visible, { ongoing: false })])
    .toMatchObject([{ denied: false }, { reason: 'staff-only' }, { reason: 'notice-ongoing' }, { denied: false }]);
});
