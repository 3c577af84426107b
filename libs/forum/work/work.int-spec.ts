import type { Actor } from '#platform/access';
import { encodeId } from '#platform/database';
import { again } from '#platform/graphql';
import { FollowService } from '../following/follow.service.js';
import { broken, forum, type Forum } from '../forum.fixture.js';
import { ThreadReader } from '../thread/thread.reader.js';
import { ClaimService } from './claim.service.js';
import { DismissalService } from './dismissal.service.js';
import { WorkReader } from './work.reader.js';

const PAGE = { limit: 100, backwards: false, from: null };

let f: Forum;
let work: WorkReader;
beforeAll(async () => {
  f = await forum();
  work = get(WorkReader);
});
afterAll(() => f.close());

const get = <T>(token: new (...args: never[]) => T): T => f.test.context.get(token, { strict: false });
const claims = (actor: Actor, thread: string) => again(() => get(ClaimService).claim(actor, { threadId: encodeId('thread', thread) }));
const givesBack = (actor: Actor, thread: string) => get(ClaimService).giveBack(actor, { threadId: encodeId('thread', thread) });
const isOn = async (thread: string) => (await get(ThreadReader).byIds(await f.member(), [thread])).get(thread)!.claim?.member.name ?? null;
const follows = (actor: Actor, targetId: string) => get(FollowService).follow(actor, { targetId, following: true });
const refused = (reason: string) => ({ problem: { reason } });

describe('being on a question', () => {
  it('is told to others, keeps nobody from answering, and ends with one’s answer, not with a comment', async () => {
    const [asker, ada, ben] = await f.members(3) as [Actor, Actor, Actor];
    const thread = await f.as(asker).asks();
    await claims(ada, thread);
    await claims(ada, thread);
    expect(await isOn(thread)).toBe(ada.name);
    expect((await work.claimed(ada, PAGE)).nodes.map(({ key }) => key)).toEqual([thread]);
    await expect(claims(ben, thread)).rejects.toMatchObject(refused('others-on-it'));
    await f.as(ben).answers(thread);
    await f.as(ada).comments(await f.opening(thread), 'Which router is it?');
    expect(await isOn(thread)).toBe(ada.name);
    await f.as(ada).answers(thread);
    expect([await isOn(thread), (await work.claimed(ada, PAGE)).nodes]).toEqual([null, []]);
  });

  it('ends when it is given back, and after ten minutes by itself: then others may', async () => {
    const [asker, ada, ben] = await f.members(3) as [Actor, Actor, Actor];
    const thread = await f.as(asker).asks();
    await claims(ada, thread);
    await givesBack(ben, thread); // he is not on it
    expect(await isOn(thread)).toBe(ada.name);
    for (let twice = 0; twice < 2; twice += 1) await givesBack(ada, thread);
    expect(await isOn(thread)).toBeNull();
    await claims(ada, thread);
    await f.db.query(`update question_claim set claimed_at = now() - interval '10 minutes' where thread_id = $1`, [thread]);
    expect([await isOn(thread), (await work.claimed(ada, PAGE)).nodes]).toEqual([null, []]);
    await claims(ben, thread);
    expect(await isOn(thread)).toBe(ben.name);
  });

  it('is one member’s, however many say so at once', async () => {
    const [asker, ...people] = await f.members(9);
    const thread = await f.as(asker!).asks();
    const outcomes = await Promise.allSettled(people.map((person) => claims(person, thread)));
    expect(broken(outcomes)).toEqual([]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await isOn(thread)).toBe(people[outcomes.findIndex(({ status }) => status === 'fulfilled')]!.name);
  });

  it('is for open questions of others', async () => {
    const [asker, ada] = await f.members(2) as [Actor, Actor];
    const thread = await f.as(asker).asks();
    await expect(claims(asker, thread)).rejects.toMatchObject(refused('asker-waits'));
    await f.as(await f.member('staff')).closes(thread);
    await expect(claims(ada, thread)).rejects.toMatchObject(refused('thread-closed'));
    const [left, closed] = [await f.as(asker).asks(), await f.as(asker).asks()];
    for (const each of [left, closed]) await claims(ada, each);
    await f.as(await f.member('staff')).closes(closed);
    expect([(await work.claimed(ada, PAGE)).nodes.map(({ key }) => key), (await work.counts(ada)).claimedCount]).toEqual([[left], 1]);
    const solved = await f.as(asker).asks();
    await f.as(asker).accepts(await f.as(await f.member()).answers(solved));
    await expect(claims(ada, solved)).rejects.toMatchObject(refused('solved-already'));
    await f.db.query(`update thread set kind = 'discussion' where id = $1`, [thread]);
    await expect(claims(ada, thread)).rejects.toMatchObject(refused('only-questions'));
  });
});

describe('what is unanswered', () => {
  const listed = async (actor: Actor) => (await work.unanswered(actor, await work.counts(actor), PAGE)).nodes.map(({ key }) => key);

  it('is that of the topics and tags one follows, with topics below; anywhere for who follows none', async () => {
    const [asker, ada] = await f.members(2) as [Actor, Actor];
    const [internet, fibre, mobile] = [await f.category('Internet'), await f.category('Fibre'), await f.category('Mobile')];
    await f.db.query('update category set parent_id = $2 where id = $1', [fibre.slice(4), internet.slice(4)]);
    await f.tag('lte');
    const [below, tagged, elsewhere, answered, own] = [
      await f.as(asker).asks('Why is fibre slow?', { categoryId: fibre }), await f.as(asker).asks('Why is the mast silent?', { categoryId: mobile, tags: ['lte'] }), await f.as(asker).asks('How do I pay my bill?', { categoryId: mobile }),
      await f.as(asker).asks('Why does it blink?', { categoryId: internet }), await f.as(ada).asks('Where is the box?', { categoryId: internet }),
    ];
    await f.as(ada).answers(answered);
    expect(await listed(ada)).toEqual(expect.arrayContaining([below, tagged, elsewhere]));
    expect((await work.counts(ada)).followsCategoriesOrTags).toBe(false);
    await follows(ada, internet);
    expect(await listed(ada)).toEqual([below]);
    await follows(ada, encodeId('tag', (await f.db.one<{ id: string }>('select id from tag where name = $1', ['lte']))!.id));
    expect(await listed(ada)).toEqual([tagged, below]);
    expect(await work.counts(ada)).toMatchObject({ followsCategoriesOrTags: true, unansweredCount: 2 });
    expect(await listed(ada)).not.toContain(own);
    const first = await work.unanswered(ada, await work.counts(ada), { ...PAGE, limit: 1 });
    const [edge] = first.edges;
    expect([first.nodes.map(({ key }) => key), first.pageInfo.hasNextPage]).toEqual([[tagged], true]);
    const place = Buffer.from(edge!.cursor, 'base64url').toString().split('~');
    expect((await work.unanswered(ada, await work.counts(ada), { limit: 1, backwards: false, from: place })).nodes.map(({ key }) => key)).toEqual([below]);
    const last = await work.unanswered(ada, await work.counts(ada), { limit: 1, backwards: true, from: null });
    expect([last.nodes.map(({ key }) => key), last.pageInfo.hasPreviousPage]).toEqual([[below], true]);
  });

  it('costs the same however much is unanswered elsewhere', async () => {
    const [asker, ada] = [await f.member(), await f.member('staff')]; // whose page shows most
    const [mine, large] = [await f.category('Mine'), await f.category('Large')];
    await f.db.query(
      `insert into thread (kind, title, slug, category_id, author_id, language, last_activity_at)
       select 'question', 'Question ' || n, 'question', $1, $2, 'en', now() + n * interval '1 second' from generate_series(1, 12000) n`,
      [large.slice(4), asker.id],
    );
    await f.db.query('analyze thread');
    const thread = await f.as(asker).asks('Why is my box red?', { categoryId: mine });
    await follows(ada, mine);
    const spies = [jest.spyOn(f.db, 'query'), jest.spyOn(f.db, 'prepared')];
    expect(await listed(ada)).toEqual([thread]);
    for (const list of [work.claimed(ada, PAGE), work.owed(ada, PAGE), work.overdueNotices(ada, PAGE)]) await list;
    const statements = spies.flatMap(({ mock: { calls } }) => calls);
    for (const spy of spies) spy.mockRestore();
    for (const text of ['"followsCategoriesOrTags"', '"overdueNoticesCount"', 'as at from', 'as key, why from', 'json_build_object']) expect(statements.map(([sql]) => sql)).toContainEqual(expect.stringContaining(text));
    for (const [sql, parameters] of statements) {
      const [plan] = await f.db.query<{ 'QUERY PLAN': [{ Plan: PlanNode }] }>(`explain (analyze, format json) ${sql}`, parameters);
      expect([sql, mostRows(plan!['QUERY PLAN'][0].Plan) <= 1_000]).toEqual([sql, true]);
    }
    await f.db.query('delete from thread where category_id = $1', [large.slice(4)]);
  });
});

describe('what is owed', () => {
  const owed = async (actor: Actor) => (await work.owed(actor, PAGE)).nodes.map(({ why, post }) => [why, post.key]);

  it('is where the asker came back, somebody commented or named one, until one says a word', async () => {
    const [asker, ada, ben] = await f.members(3) as [Actor, Actor, Actor];
    const thread = await f.as(asker).asks();
    const answer = await f.as(ada).answers(thread);
    expect(await owed(ada)).toEqual([]);
    const back = await f.as(asker).comments(await f.opening(thread), 'It is the grey one.');
    expect(await owed(ada)).toEqual([['asker', back]]);
    const comment = await f.as(ben).comments(answer, 'Where do I switch that off?');
    expect(await owed(ada)).toEqual([['comment', comment]]);
    expect((await work.counts(ada)).owedCount).toBe(1);
    await f.as(ada).comments(answer, 'Below the settings.');
    expect(await owed(ada)).toEqual([]);
    await f.as(asker).comments(await f.as(ben).answers(thread), 'Thank you, Ben.'); // not for her
    expect(await owed(ada)).toEqual([]);
    await f.db.query(`update post set edited_at = now() where id = $1`, [await f.opening(thread)]);
    expect(await owed(ada)).toEqual([]); // edited, but not by whoever asked
    await f.db.query(`insert into revision (post_id, number, source, editor_id) select id, 1, source, author_id from post where id = $1`, [await f.opening(thread)]);
    expect(await owed(ada)).toEqual([['edit', await f.opening(thread)]]);
  });

  it('ends with the thread: closed, hidden, or the post deleted', async () => {
    const [asker, ada, staff] = [await f.member(), await f.member(), await f.member('staff')];
    const [closed, hidden, gone] = [await f.as(asker).asks(), await f.as(asker).asks(), await f.as(asker).asks()];
    const comments: string[] = [];
    for (const thread of [closed, hidden, gone]) comments.push(await f.as(asker).comments(await f.as(ada).answers(thread), 'And now?'));
    expect((await owed(ada)).map(([, key]) => key)).toEqual(comments.toReversed());
    await f.as(staff).closes(closed);
    await f.db.query(`update thread set state = 'hidden' where id = $1`, [hidden]);
    await f.as(staff).deletes(comments[2]!);
    expect(await owed(ada)).toEqual([]);
  });

  it('is what names somebody, also where they wrote nothing', async () => {
    const [asker, ada] = await f.members(2) as [Actor, Actor];
    const thread = await f.as(asker).asks();
    const opening = await f.opening(thread);
    await f.db.query('insert into mention (post_id, member_id) values ($1, $2)', [opening, ada.id]);
    expect(await owed(ada)).toEqual([['mention', opening]]);
    await f.as(ada).answers(thread);
    expect(await owed(ada)).toEqual([]);
  });

  it('is put aside until something new comes, or until one takes it up again', async () => {
    const [asker, ada, ben] = await f.members(3) as [Actor, Actor, Actor];
    const [thread, other] = [await f.as(asker).asks(), await f.as(asker).asks()];
    const opening = await f.opening(thread);
    const answer = await f.as(ada).answers(thread);
    const elsewhere = await f.as(asker).comments(await f.as(ada).answers(other), 'And there?');
    const thanks = await f.as(asker).comments(answer, 'Thank you very much.');
    const dismiss = (post: string, dismissed = true) => get(DismissalService).dismiss(ada, { postId: encodeId('post', post), dismissed });
    for (const _ of ['once', 'twice']) await dismiss(thanks);
    expect([await owed(ada), (await work.counts(ada)).owedCount]).toEqual([[['comment', elsewhere]], 1]);
    await dismiss(answer); // an older one takes nothing back
    expect(await owed(ada)).toEqual([['comment', elsewhere]]);
    await f.db.query(`insert into revision (post_id, number, source, editor_id) select id, 1, source, author_id from post where id = $1`, [opening]);
    await f.db.query('update post set edited_at = now() where id = $1', [opening]);
    expect(await owed(ada)).toEqual([['comment', elsewhere], ['edit', opening]]);
    await dismiss(opening);
    expect(await owed(ada)).toEqual([['comment', elsewhere]]);
    const more = await f.as(ben).comments(answer, 'It does not help me.');
    expect(await owed(ada)).toEqual([['comment', more], ['comment', elsewhere]]);
    await dismiss(more);
    await dismiss(more, false);
    expect(await owed(ada)).toEqual([['comment', more], ['comment', elsewhere]]);
  });

  it('comes back never, however much one has written elsewhere since', async () => {
    const [asker, ada] = await f.members(2) as [Actor, Actor];
    const [thread, elsewhere] = [await f.as(asker).asks(), await f.as(asker).asks()];
    await f.db.query('insert into mention (post_id, member_id) values ($1, $2)', [await f.opening(thread), ada.id]);
    await f.as(ada).answers(thread);
    await f.db.query(`insert into post (thread_id, kind, author_id, source, html, renderer) select $1, 'answer', $2, 'Again.', '<p>Again.</p>', 1 from generate_series(1, 501)`, [elsewhere, ada.id]);
    expect(await owed(ada)).toEqual([]);
  });
});

it('tells staff of notices that are overdue, the most overdue first, and nobody else', async () => {
  const [staff, ada] = [await f.member('staff'), await f.member()];
  const threads = [await f.as(staff).asks(), await f.as(staff).asks(), await f.as(staff).asks()];
  for (const [n, thread] of threads.entries()) await f.db.query(`insert into service_notice (thread_id, affected, expected_end_at) values ($1, 'All', now() + make_interval(hours => $2))`, [thread, 2 * n - 3]);
  expect((await work.overdueNotices(staff, PAGE)).nodes.map(({ key }) => key)).toEqual(threads.slice(0, 2));
  expect((await work.counts(staff)).overdueNoticesCount).toBe(2);
  expect([(await work.overdueNotices(ada, PAGE)).nodes, (await work.counts(ada)).overdueNoticesCount]).toEqual([[], 0]);
});

interface PlanNode {
  'Actual Rows': number;
  'Actual Loops': number;
  Plans?: PlanNode[];
}

/** The most rows that any step has handed on. */
function mostRows({ 'Actual Rows': rows, 'Actual Loops': loops, Plans: plans = [] }: PlanNode): number {
  return Math.max(rows * loops, ...plans.map(mostRows));
}
