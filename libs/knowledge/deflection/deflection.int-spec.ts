import { AccountsModule } from '#accounts';
import { AcceptAnswerService, AnswerService, AskQuestionService, CategoryService, ForumModule, MergeService } from '#forum';
import { Actor, type Role } from '#platform/access';
import { Database, encodeId } from '#platform/database';
import { again, Refused } from '#platform/graphql';
import { type TestContext, testContext } from '#platform/testing';
import { KnowledgeModule } from '../knowledge.module.js';
import { DeflectionReader } from './deflection.reader.js';
import { DeflectionService } from './deflection.service.js';
import { deflectionTasks } from './deflection.tasks.js';
import { HelpedTeller } from './helped.teller.js';

const PAGE = { limit: 10, backwards: false, from: null };

describe('who was about to ask', () => {
  let test: TestContext;
  let categoryId: string;
  let networks = 0;
  const get = <T>(token: new (...args: never[]) => T): T => test.context.get(token, { strict: false });
  const db = () => get(Database);
  beforeAll(async () => {
    test = await testContext([AccountsModule, ForumModule, KnowledgeModule]);
    categoryId = encodeId('category', await get(CategoryService).create({ name: 'Router' }));
  });
  afterAll(() => test.close());

  const member = async (role: Role = 'customer'): Promise<Actor> => {
    const [made] = await db().query<{ id: string }>(`insert into member (name, name_key, role) select 'P' || n, 'p' || n, $1 from (select count(*) as n from member) c returning id`, [role]);
    return Actor.member({ id: made!.id, name: 'P', role, rank: 0, language: 'en' }).from(`10.0.0.${(networks += 1)}`);
  };
  const guest = (network = `10.1.0.${(networks += 1)}`) => Actor.guest('en').from(network);
  const asks = (actor: Actor, title = 'Why does the router restart at night?') => get(AskQuestionService).ask(actor, { title, body: 'It does so every night at two.', categoryId, tags: [] });
  /** A question with its accepted answer. */
  const solvedThread = async () => {
    const [asker, helper] = [await member(), await member()];
    const thread = await asks(asker);
    const { postKey: post } = await get(AnswerService).answer(helper, { threadId: encodeId('thread', thread), body: 'Switch the energy saving off.' });
    await get(AcceptAnswerService).accept(asker, encodeId('post', post));
    return { thread, post, asker, helper };
  };
  const on = (thread: string, asked: string | null = 'router restarts by itself') => ({ threadId: encodeId('thread', thread), asked });
  const solved = (actor: Actor, thread: string, asked?: string | null) => again(() => get(DeflectionService).solved(actor, on(thread, asked)));
  const opened = (actor: Actor, thread: string) => again(() => get(DeflectionService).opened(actor, on(thread)));
  const rows = (thread: string) => db().query<{ outcome: string; asked: string | null; post_id: string | null; member_id: string | null }>('select outcome, asked, post_id, member_id from deflection where thread_id = $1 order by id', [thread]);
  const solvedFor = async (thread: string) => (await db().one<{ solved_for: number }>('select solved_for from thread where id = $1', [thread]))!.solved_for;
  const refusal = (act: Promise<unknown>) => act.then(() => null, (error: unknown) => (error instanceof Refused ? error.problem : error));

  it('counts once who says so twice at the same moment, member or guest', async () => {
    const { thread, post } = await solvedThread();
    for (const actor of [await member(), guest()]) await Promise.all([1, 2, 3].map(() => solved(actor, thread)));
    expect(await rows(thread)).toEqual([expect.objectContaining({ outcome: 'confirmed', post_id: post, asked: 'router restarts by itself' }), expect.objectContaining({ outcome: 'confirmed', post_id: post, member_id: null })]);
    expect(await solvedFor(thread)).toBe(2);
  });

  it('lets what weighs more stand for what weighed less, never the other way', async () => {
    const { thread } = await solvedThread();
    const actor = await member();
    const outcome = async () => (await rows(thread)).map((row) => row.outcome);
    await opened(actor, thread);
    expect(await outcome()).toEqual(['likely']);
    const question = await asks(actor, 'My router restarts all the same?');
    await get(DeflectionService).askedAfterAll(actor, { threadId: encodeId('thread', thread), questionId: encodeId('thread', question) });
    expect(await outcome()).toEqual(['failed']);
    await solved(actor, thread);
    await opened(actor, thread);
    expect([await outcome(), await solvedFor(thread)]).toEqual([['confirmed'], 1]);
  });

  it('takes what somebody opened before they signed in for theirs', async () => {
    const { thread } = await solvedThread();
    const actor = await member();
    await opened(guest(actor.network!), thread);
    await solved(actor, thread);
    expect(await rows(thread)).toEqual([expect.objectContaining({ outcome: 'confirmed', member_id: actor.id })]);
  });

  it('counts no second time who confirms it once more signed in, and takes nothing from others of their network', async () => {
    const { thread } = await solvedThread();
    const actor = await member();
    await solved(guest(actor.network!), thread);
    await solved(actor, thread);
    expect([await solvedFor(thread), await rows(thread)]).toEqual([1, [expect.objectContaining({ outcome: 'confirmed', member_id: actor.id })]]);
    const other = await solvedThread();
    await opened(guest(actor.network!), other.thread);
    await solved(actor, other.thread, 'something else');
    expect((await rows(other.thread)).map(({ outcome, member_id }) => [outcome, member_id])).toEqual([['likely', null], ['confirmed', actor.id]]);
  });

  it('counts the same person anew a day later, not after midnight', async () => {
    const { thread } = await solvedThread();
    const actor = await member();
    await solved(actor, thread);
    await db().query(`update deflection set day = day - 1, created_at = created_at - interval '23 hours' where thread_id = $1`, [thread]);
    await solved(actor, thread);
    expect(await solvedFor(thread)).toBe(1);
    await db().query(`update deflection set created_at = created_at - interval '2 hours' where thread_id = $1`, [thread]);
    await solved(actor, thread);
    expect(await solvedFor(thread)).toBe(2);
  });

  it('refuses those who would count themselves', async () => {
    const { thread, asker, helper } = await solvedThread();
    expect(await refusal(solved(asker, thread))).toMatchObject({ reason: 'own-question' });
    expect(await refusal(solved(helper, thread))).toMatchObject({ reason: 'own-answer' });
  });

  it('believes that somebody asked after all only of their own fresh question', async () => {
    const { thread } = await solvedThread();
    const [actor, other] = [await member(), await member()];
    const theirs = await asks(other, 'Whose router is this one here?');
    const says = (question: string) => refusal(get(DeflectionService).askedAfterAll(actor, { threadId: encodeId('thread', thread), questionId: encodeId('thread', question) }));
    expect(await says(theirs)).toMatchObject({ message: 'Not found.' });
    const own = await asks(actor, 'Why does it restart all the same?');
    await db().query(`update thread set created_at = created_at - interval '2 days' where id = $1`, [own]);
    expect(await says(own)).toMatchObject({ message: 'Not found.' });
    expect(await rows(thread)).toEqual([]);
  });

  it('stops a guest’s program, whatever threads it names', async () => {
    const network = guest().network!;
    const { thread } = await solvedThread();
    const outcomes: unknown[] = [];
    for (let i = 0; i < 61; i += 1) outcomes.push(await refusal(opened(guest(network), thread)));
    expect(outcomes.slice(0, 60).every((outcome) => outcome === null)).toBe(true);
    expect(outcomes.at(-1)).toMatchObject({ kind: 'TooFast' });
  });

  it('keeps the words without private data, and gives those that helped', async () => {
    const { thread } = await solvedThread();
    await solved(await member(), thread, 'Call 0171 2345678 or mina.berg@gmx.de: router dead');
    await solved(guest(), thread, '  Router dead ');
    await solved(guest(), thread, 'router DEAD');
    await opened(guest(), thread);
    expect((await rows(thread))[0]!.asked).toBe('Call •••• ••••••• or ••••.••••@•••.••: router dead');
    const staff = await member('staff');
    expect((await get(DeflectionReader).askedAs(staff, { threadKey: thread }, null, PAGE)).nodes.map(({ words, outcome }) => `${outcome}: ${words}`)).toEqual([
      'likely: router restarts by itself', 'confirmed: router DEAD', 'confirmed: Router dead', expect.stringContaining('confirmed: Call'),
    ]);
  });

  it('keeps the three apart, and counts nobody as gone who may still be reading', async () => {
    const staff = await member('staff');
    const [first, second] = [await solvedThread(), await solvedThread()];
    await db().query('delete from deflection');
    await db().query('update thread set solved_for = 0');
    await solved(guest(), first.thread);
    await opened(guest(), second.thread);
    await opened(guest(), second.thread);
    await db().query(`update deflection set created_at = now() - interval '31 minutes' where id = (select max(id) from deflection)`);
    const [from, to] = [new Date(Date.now() - 3_600_000), new Date(Date.now() + 3_600_000)];
    const numbers = await get(DeflectionReader).within(staff, from, to, { ...PAGE, limit: 1 });
    expect(numbers).toMatchObject({ confirmed: 1, likely: 1, failed: 0, nodes: [{ key: first.thread, confirmed: 1, likely: 0 }], pageInfo: { hasNextPage: true } });
    const next = await get(DeflectionReader).within(staff, from, to, { ...PAGE, from: ['1', '0', first.thread] });
    expect(next.nodes).toMatchObject([{ key: second.thread, confirmed: 0, likely: 1 }]);
  });

  it('goes along when threads are merged, each person once', async () => {
    const [source, target] = [await solvedThread(), await solvedThread()];
    const [both, one] = [await member(), guest()];
    await opened(both, target.thread);
    await solved(both, source.thread);
    await solved(one, source.thread);
    await solved(guest(), target.thread);
    const superUser = await member('super_user');
    await get(MergeService).merge(superUser, { sourceId: encodeId('thread', source.thread), targetId: encodeId('thread', target.thread) });
    expect([await solvedFor(source.thread), await solvedFor(target.thread), (await rows(target.thread)).map(({ outcome }) => outcome)]).toEqual([0, 3, ['confirmed', 'confirmed', 'confirmed']]);
  });

  it('tells of an answer that helped once a day, with how many', async () => {
    const { thread, post } = await solvedThread();
    await db().query('update deflection set told_at = now()'); // of the specs before
    const told = () => db().query<{ subject: unknown }>(`select subject from event where kind = 'AnswerHelped' and subject->>'postId' = $1 order by id`, [post]);
    await Promise.all([solved(guest(), thread), solved(guest(), thread)]);
    await get(HelpedTeller).tell();
    await solved(guest(), thread);
    await get(HelpedTeller).tell();
    expect(await told()).toEqual([{ subject: { threadId: thread, postId: post, times: '2' } }]);
    await db().query(`update deflection set told_at = told_at - interval '1 day'`);
    await Promise.all([get(HelpedTeller).tell(), get(HelpedTeller).tell()]);
    expect((await told()).map(({ subject }) => (subject as { times: string }).times)).toEqual(['2', '1']);
  });

  it('forgets which network a guest came by after two days', async () => {
    const { thread } = await solvedThread();
    await solved(guest(), thread);
    await db().query(`update deflection set created_at = now() - interval '3 days' where thread_id = $1`, [thread]);
    await (deflectionTasks(db(), get(HelpedTeller))['forget-visitors'] as (payload: unknown, helpers: never) => Promise<void>)({}, {} as never);
    expect(await db().one('select visitor, who, outcome from deflection where thread_id = $1', [thread])).toEqual({ visitor: null, who: null, outcome: 'confirmed' });
    expect(await solvedFor(thread)).toBe(1);
  });
});
