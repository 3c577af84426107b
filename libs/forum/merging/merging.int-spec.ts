import type { Actor } from '#platform/access';
import { encodeId } from '#platform/database';
import { again } from '#platform/graphql';
import { broken, forum, type Forum } from '../forum.fixture.js';
import { VoteChoice } from '../post/post.type.js';
import { ReadingCollector } from '../reading/reading.collector.js';
import { WorkReader } from '../work/work.reader.js';
import { DuplicateService } from './duplicate.service.js';
import { MergeService } from './merge.service.js';
import { SplitService } from './split.service.js';

const AT_ONCE = 12;
const NOT_FOUND = { extensions: { code: 'NOT_FOUND' } };
const denied = (reason: string) => ({ problem: { kind: 'NotAllowed', reason } });
const fault = (field: string, code: string) => ({ problem: { fields: [{ field, code }] } });
const id = (key: string) => encodeId('thread', key);

let f: Forum;
let asker: Actor, other: Actor, helper: Actor, keeper: Actor;
let merge: (source: string, target: string, actor?: Actor) => Promise<unknown>;
let mark: (thread: string, of: string, actor?: Actor) => Promise<unknown>;
let split: (thread: string, posts: string[], actor?: Actor) => Promise<string>;
beforeAll(async () => {
  f = await forum();
  [asker, other, helper] = (await f.members(3)) as [Actor, Actor, Actor];
  keeper = await f.member('super_user');
  const get = <T>(token: new (...args: never[]) => T): T => f.test.context.get(token, { strict: false });
  merge = (source, target, actor = keeper) => again(() => get(MergeService).merge(actor, { sourceId: id(source), targetId: id(target) }));
  mark = (thread, of, actor = keeper) => again(() => get(DuplicateService).mark(actor, { threadId: id(thread), ofId: id(of) }));
  split = async (thread, posts, actor = keeper) =>
    (await again(() => get(SplitService).split(actor, { threadId: id(thread), postIds: posts.map((post) => encodeId('post', post)), title: 'What about the other floor?', categoryId: f.categoryId }))).threadKey;
});
afterAll(() => f.close());
// whatever was done: every counter agrees with its rows
afterEach(async () => expect(await f.drift()).toEqual([]));

const keysOf = async (sql: string, ...parameters: unknown[]) => (await f.db.query<{ key: string }>(sql, parameters)).map(({ key }) => key);
const followers = (thread: string) => keysOf(`select member_id as key from subscription where kind = 'thread' and target_id = $1 and following order by member_id`, thread);
const sorted = (...people: Actor[]) => people.map((person) => person.id!).toSorted((a, b) => Number(a) - Number(b));

describe('a duplicate', () => {
  it('closes with the way to the original, takes its followers there, and is undone by reopening', async () => {
    const [original, duplicate] = [await f.as(asker).asks(), await f.as(other).asks()];
    await mark(duplicate, original);
    await mark(duplicate, original); // asking twice is fine
    expect(await f.thread(duplicate)).toMatchObject({ close_reason: 'duplicate', duplicate_of: original, closed_by: keeper.id });
    expect(await followers(original)).toEqual(sorted(asker, other));
    expect((await f.log()).filter(({ thread_id }) => thread_id === duplicate)).toMatchObject([{ act: 'mark-duplicate', member_id: other.id, details: { of: original } }]);
    expect(await f.db.query(`select subject from event where kind = 'DuplicateMarked'`)).toEqual([{ subject: { threadId: duplicate, ofId: original } }]);
    await f.as(keeper).reopens(duplicate);
    expect(await f.thread(duplicate)).toMatchObject({ close_reason: null, duplicate_of: null });
  });

  it('is said by askers of their own open question, and taken back by them', async () => {
    const [original, duplicate] = [await f.as(asker).asks(), await f.as(other).asks()];
    await expect(mark(duplicate, original, helper)).rejects.toMatchObject(denied('super-users-only'));
    await mark(duplicate, original, other);
    await f.as(other).reopens(duplicate);
    await f.as(keeper).closes(duplicate);
    await expect(mark(duplicate, original, other)).rejects.toMatchObject(denied('closed-already'));
    await expect(mark(duplicate, '999999')).rejects.toMatchObject(fault('ofId', 'unknown'));
    await expect(mark('999999', original)).rejects.toMatchObject(NOT_FOUND);
  });

  it('never points to itself, to another duplicate, or in a circle', async () => {
    const [one, two, three] = [await f.as(asker).asks(), await f.as(asker).asks(), await f.as(asker).asks()];
    await expect(mark(one, one)).rejects.toMatchObject(fault('ofId', 'same-thread'));
    await mark(one, two);
    await expect(mark(two, one)).rejects.toMatchObject(fault('ofId', 'same-thread'));
    await mark(two, three);
    expect([(await f.thread(one)).duplicate_of, (await f.thread(two)).duplicate_of]).toEqual([three, three]);
    const four = await f.as(asker).asks();
    await mark(four, one);
    expect((await f.thread(four)).duplicate_of).toBe(three);
    await expect(mark(four, four)).rejects.toMatchObject(fault('ofId', 'same-thread'));
  });

  it('stays one step from an original, whatever is marked at once', async () => {
    const threads = await asked(4);
    const outcomes = await Promise.allSettled(Array.from({ length: AT_ONCE }, (_, i) => mark(threads[i % 4]!, threads[(i + 1 + (i % 3)) % 4]!)));
    expect(broken(outcomes)).toEqual([]);
    const chains = await f.db.query('select a.id from thread a join thread b on b.id = a.duplicate_of where a.id = any($1) and b.duplicate_of is not null', [threads]);
    expect(chains).toEqual([]);
  });
});

describe('merging', () => {
  it('moves what was written with votes, marks and comments, and counts right', async () => {
    await Promise.all(['wlan', 'dsl', 'router'].map((name) => f.tag(name)));
    const elsewhere = await f.category('Elsewhere');
    const target = await f.as(asker).asks('Why is it slow in the evening?', { tags: ['wlan', 'dsl'] });
    const source = await f.as(other).asks('Why is it slow at night?', { tags: ['dsl', 'router'], categoryId: elsewhere });
    const staff = await f.member('staff');
    const [opening, sourceOpening] = [await f.opening(target), await f.opening(source)];
    const answer = await f.as(helper).answers(source);
    const comment = await f.as(other).comments(answer);
    const remark = await f.as(helper).comments(sourceOpening);
    await f.as(other).votes(answer, VoteChoice.up);
    await f.as(helper).votes(sourceOpening, VoteChoice.up);
    await f.as(staff).marksOfficial(answer);
    await f.as(other).accepts(answer);
    await f.as(helper).saysAlsoSolved(answer).catch(() => {}); // their own
    await f.as(asker).saysAlsoSolved(answer);
    await merge(source, target);
    expect(await f.thread(target)).toMatchObject({ answer_count: 1, accepted_post_id: answer, has_official: true, title: 'Why is it slow in the evening?' });
    expect(await f.thread(source)).toMatchObject({ state: 'merged', merged_into: target, merged_opening_id: sourceOpening, answer_count: 0, accepted_post_id: null, has_official: false });
    expect(await f.post(answer)).toMatchObject({ thread_id: target, up_count: 1, official: true, comment_count: 1, also_solved_count: 1 });
    expect(await f.post(comment)).toMatchObject({ thread_id: target, parent_id: answer });
    expect(await f.post(sourceOpening)).toMatchObject({ thread_id: target, kind: 'comment', parent_id: opening, opened_as: 'Why is it slow at night?', up_count: 1 });
    expect(await f.post(remark)).toMatchObject({ thread_id: target, parent_id: opening, opened_as: null });
    expect(await f.post(opening)).toMatchObject({ comment_count: 2 });
    expect(await keysOf('select name as key from thread_tag join tag on tag.id = tag_id where thread_id = $1 order by name', target)).toEqual(['dsl', 'router', 'wlan']);
    expect((await f.log()).at(-1)).toMatchObject({ act: 'merge-threads', thread_id: target, member_id: other.id, details: { source } });
    await merge(source, target); // asking twice is fine
    expect(await f.db.query(`select subject from event where kind = 'ThreadsMerged'`)).toEqual([{ subject: { threadId: target, sourceId: source } }]);
  });

  it('leaves the target its accepted answer, and its room for five tags', async () => {
    const names = Array.from({ length: 9 }, (_, i) => `tag${i}`);
    await Promise.all(names.map((name) => f.tag(name)));
    const [target, source] = [await f.as(asker).asks('Which of these is the one?', { tags: names.slice(0, 4) }), await f.as(other).asks('Which of those is the one?', { tags: names.slice(3, 8) })];
    const [kept, lost] = [await f.as(helper).answers(target), await f.as(helper).answers(source)];
    await f.as(asker).accepts(kept);
    await f.as(other).accepts(lost);
    await merge(source, target);
    expect(await f.thread(target)).toMatchObject({ accepted_post_id: kept, answer_count: 2 });
    expect(await f.db.query('select from thread_tag where thread_id = $1', [target])).toHaveLength(5);
    expect(await f.db.query(`select from event where kind = 'AnswerUnaccepted' and subject->>'postId' = $1`, [lost])).toHaveLength(1);
  });

  it('unites those who follow, have it too and have read, each once', async () => {
    const [one, both, away] = (await f.members(3)) as [Actor, Actor, Actor];
    const [target, source] = [await f.as(asker).asks(), await f.as(other).asks()];
    for (const [person, thread] of [[one, source], [both, source], [both, target], [asker, source]] as const) await f.as(person).hasItToo(thread);
    const follow = (person: Actor, thread: string, following: boolean) => f.db.query(`insert into subscription values ($1, 'thread', $2, $3)`, [person.id, thread, following]);
    await follow(one, source, true);
    await follow(away, source, true);
    await follow(away, target, false);
    const collector = f.test.context.get(ReadingCollector, { strict: false });
    const posts = [await f.as(helper).answers(target), await f.as(helper).answers(source), await f.as(helper).answers(target), await f.as(helper).answers(source)];
    const reads = (person: Actor, thread: string, post: number) => collector.read({ memberKey: person.id!, threadKey: thread, postKey: posts[post]! });
    reads(one, source, 3);
    reads(both, source, 3);
    reads(both, target, 0);
    reads(away, source, 3);
    reads(away, target, 2);
    await collector.flush();
    await merge(source, target);
    expect(await keysOf('select member_id as key from same_problem where thread_id = $1 order by member_id', target)).toEqual(sorted(one, both, other)); // who asked the source has it, too; the asker counts anyway
    expect(await f.thread(target)).toMatchObject({ same_problem_count: 3 });
    expect(await followers(target)).toEqual(sorted(asker, other, helper, one));
    const read = Object.fromEntries((await f.db.query<{ member_id: string; last_post_id: string }>('select member_id, last_post_id from read_state where thread_id = $1', [target])).map((row) => [row.member_id, row.last_post_id]));
    expect(read).toEqual({ [one.id!]: posts[3], [both.id!]: String(BigInt(posts[2]!) - 1n), [away.id!]: posts[3] }); // the first that `both` has not read is still unread
    for (const table of ['read_state', 'same_problem', 'thread_tag']) expect(await f.db.query(`select from ${table} where thread_id = $1`, [source])).toEqual([]);
    reads(one, source, 3); // a visit from before, told of late
    await collector.flush();
    expect(await f.db.query('select from read_state where thread_id = $1', [source])).toEqual([]);
  });

  it('takes along what points at the source, and opens a target that was its duplicate', async () => {
    const [target, source, duplicate, earlier, further] = await asked(5);
    await merge(earlier!, source!);
    await mark(target!, source!);
    await mark(duplicate!, source!);
    await merge(source!, target!);
    expect(await f.thread(target!)).toMatchObject({ duplicate_of: null, close_reason: null });
    expect(await f.thread(duplicate!)).toMatchObject({ duplicate_of: target, close_reason: 'duplicate' });
    expect(await f.thread(earlier!)).toMatchObject({ merged_into: target });
    await merge(further!, earlier!); // into what has become part of another: there
    expect(await f.thread(further!)).toMatchObject({ merged_into: target });
  });

  it('writes what was meant for a thread where it is by now, though that, too, became part of another while it waited', async () => {
    const [source, between, target] = await asked(3);
    await merge(source!, between!);
    await merge(between!, target!);
    await f.db.query('update thread set merged_into = $2 where id = $1', [source, between]); // what a writer read who then waited for the second
    const answer = await f.as(helper).answers(source!);
    expect(await f.post(answer)).toMatchObject({ thread_id: target });
  });

  it('refuses itself, what is not there, other kinds, and those who may not', async () => {
    const [one, two, announcement, hidden] = await asked(4);
    await f.db.query(`update thread set kind = 'discussion' where id = $1`, [two]);
    await f.db.query(`update thread set kind = 'announcement' where id = $1`, [announcement]);
    await f.as(keeper).deletes(await f.opening(hidden!));
    await expect(merge(one!, one!)).rejects.toMatchObject(fault('targetId', 'same-thread'));
    await expect(merge(one!, '999999')).rejects.toMatchObject(fault('targetId', 'unknown'));
    await expect(merge(one!, hidden!)).rejects.toMatchObject(fault('targetId', 'unknown'));
    await expect(merge(hidden!, one!)).rejects.toMatchObject(denied('deleted'));
    await expect(merge('999999', one!)).rejects.toMatchObject(NOT_FOUND);
    await expect(merge(one!, two!)).rejects.toMatchObject(denied('kinds-differ'));
    await expect(merge(announcement!, one!)).rejects.toMatchObject(denied('announcements-stay'));
    await expect(merge(one!, two!, asker)).rejects.toMatchObject(denied('super-users-only'));
  });

  it('leaves every post in one thread that is there, whatever is merged and written at once', async () => {
    const threads = await asked(4);
    const answers = await Promise.all(threads.map((thread) => f.as(helper).answers(thread)));
    const acts = threads.flatMap((thread, i) => [
      () => merge(thread, threads[(i + 1) % 4]!), () => merge(thread, threads[(i + 2) % 4]!), () => f.as(helper).answers(thread), () => f.as(other).comments(answers[i]!),
      () => f.as(other).votes(answers[i]!, VoteChoice.up), () => f.as(asker).accepts(answers[i]!), () => f.as(other).hasItToo(thread), () => mark(threads[(i + 3) % 4]!, thread),
    ]);
    const outcomes = await Promise.allSettled(acts.map(insisting));
    expect(broken(outcomes)).toEqual([]);
    // what somebody wrote in a thread that became part of another is written there
    expect(outcomes.filter((_, i) => [2, 3, 4].includes(i % 8)).flatMap((outcome) => (outcome.status === 'rejected' ? [JSON.stringify(outcome.reason)] : [])).filter((reason) => !/thread-closed/.test(reason))).toEqual([]);
    expect(await f.db.query(`select a.id from thread a join thread b on b.id in (a.merged_into, a.duplicate_of) where a.id = any($1) and b.state <> 'visible'`, [threads])).toEqual([]);
    expect(await f.db.query(`select p.id from post p join thread t on t.id = p.thread_id where t.state = 'merged'`)).toEqual([]);
    expect((await f.db.query(`select from thread where id = any($1) and state = 'visible'`, [threads])).length).toBeGreaterThan(0);
  });

  it('moves five thousand posts by as many statements as five', async () => {
    const [target, source] = [await f.as(asker).asks(), await f.as(other).asks()];
    await f.db.query(
      `insert into post (thread_id, kind, author_id, source, html, renderer) select $1, 'answer', $2, 'Answer ' || n, '<p>Answer</p>', 1 from generate_series(1, 5000) n`, [source, helper.id]);
    await f.db.query('update thread set answer_count = 5000 where id = $1', [source]);
    await merge(source, target);
    expect(await f.thread(target)).toMatchObject({ answer_count: 5000 });
  });
});

describe('splitting', () => {
  it('makes answers a thread of their own with all that hangs on them, and links both ways', async () => {
    const thread = await f.as(asker).asks('Why [is] it *slow*?');
    const staff = await f.member('staff');
    const [stays, first, second] = [await f.as(helper).answers(thread), await f.as(other).answers(thread), await f.as(helper).answers(thread)];
    const comment = await f.as(asker).comments(first);
    await f.as(staff).marksOfficial(first);
    await f.as(staff).marksOfficial(second);
    await f.as(asker).accepts(second);
    await expect(split(thread, [stays, first])).rejects.toMatchObject(denied('official-answer'));
    const made = await split(thread, [second, first], staff);
    expect(await f.thread(thread)).toMatchObject({ answer_count: 1, accepted_post_id: null, has_official: false });
    expect(await f.thread(made)).toMatchObject({ kind: 'question', answer_count: 1, accepted_post_id: null, has_official: true, author_id: other.id, title: 'What about the other floor?' });
    expect(await f.post(first)).toMatchObject({ kind: 'opening', thread_id: made, official: false });
    expect(await f.post(second)).toMatchObject({ kind: 'answer', thread_id: made, official: true });
    expect(await f.post(comment)).toMatchObject({ thread_id: made, parent_id: first });
    expect(await f.post(stays)).toMatchObject({ thread_id: thread });
    expect(await followers(made)).toEqual(sorted(asker, other, helper));
    const notes = await f.db.query<{ thread_id: string; html: string }>('select thread_id, html from post where author_id = $1 and thread_id in ($2, $3) order by thread_id', [staff.id, thread, made]);
    expect(notes.map(({ thread_id }) => thread_id)).toEqual([thread, made]);
    expect(notes[0]!.html).toContain(`/t/${made}/what-about-the-other-floor"`);
    expect(notes[1]!.html).toContain('>Why [is] it *slow*?</a>');
    expect((await f.log()).at(-1)).toMatchObject({ act: 'split-thread', thread_id: thread, details: { into: made, answers: 2 } });
    expect(await f.db.query(`select subject from event where kind = 'ThreadSplit'`)).toEqual([{ subject: { threadId: thread, intoId: made } }]);
  });

  it('notes it without lifting the thread, and without keeping it where a post has put it that is deleted later', async () => {
    const thread = await f.as(asker).asks();
    const activity = async () => (await f.thread(thread)).last_activity_at;
    const opened = await activity();
    const [moved, stays] = [await f.as(other).answers(thread), await f.as(other).answers(thread)];
    await split(thread, [moved]);
    expect(await activity()).toEqual((await f.post(stays)).created_at);
    await f.as(other).deletes(stays);
    expect(await activity()).toEqual(opened);
  });

  it('lifts nothing by its notes later either, and nobody owes a word to one', async () => {
    const thread = await f.as(asker).asks();
    const activity = async () => (await f.thread(thread)).last_activity_at;
    const opened = await activity();
    await split(thread, [await f.as(other).answers(thread)]);
    const later = await f.as(helper).answers(thread);
    await f.as(helper).deletes(later);
    expect(await activity()).toEqual(opened);
    const opening = await f.opening(thread);
    await f.as(keeper).deletes(opening, 'advertising');
    await f.as(keeper).restores(opening);
    expect(await activity()).toEqual(opened);
    const owed = await f.test.context.get(WorkReader, { strict: false }).owed(asker, { limit: 10, backwards: false, from: null });
    expect(owed.nodes.filter(({ post }) => post.threadKey === thread)).toEqual([]);
  });

  it('takes answers of this thread only, each once, by those who may', async () => {
    const [thread, elsewhere] = [await f.as(asker).asks(), await f.as(asker).asks()];
    const answer = await f.as(helper).answers(thread);
    const foreign = await f.as(helper).answers(elsewhere);
    const comment = await f.as(asker).comments(answer);
    for (const posts of [[foreign], [answer, foreign], [comment], [await f.opening(thread)], []]) await expect(split(thread, posts)).rejects.toMatchObject(fault('postIds', 'unknown'));
    await expect(split(thread, [answer], asker)).rejects.toMatchObject(denied('super-users-only'));
    const outcomes = await Promise.allSettled([split(thread, [answer]), split(thread, [answer]), f.as(other).comments(answer), f.as(other).votes(answer, VoteChoice.up)]);
    expect(outcomes.map(({ status }) => status).filter((status) => status === 'rejected')).toHaveLength(1);
    expect(broken(outcomes)).toEqual([]);
  });
});

async function asked(count: number): Promise<string[]> {
  const threads: string[] = [];
  while (threads.length < count) threads.push(await f.as(asker).asks());
  return threads;
}

/** Whoever is told that it is crowded comes again. */
function insisting(act: () => Promise<unknown>): Promise<unknown> {
  return act().catch((error: unknown) => ((error as { problem?: { kind: string } }).problem?.kind === 'TooFast' ? insisting(act) : Promise.reject(error as Error)));
}
