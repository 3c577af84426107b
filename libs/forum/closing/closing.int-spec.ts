import type { Actor } from '#platform/access';
import { forum, type Forum } from '../forum.fixture.js';
import { ThreadReader } from '../thread/thread.reader.js';
import { ClosingReason } from './closing.type.js';

const denied = (reason: string, needs?: number) => ({ problem: { kind: 'NotAllowed', reason, needs } });

describe('closing, moving, and accepting for somebody who does not come back', () => {
  let f: Forum;
  let asker: Actor, helper: Actor, keeper: Actor;
  beforeAll(async () => {
    f = await forum();
    [asker, helper] = (await f.members(2)) as [Actor, Actor];
    keeper = await f.member('super_user');
  });
  afterAll(() => f.close());

  it('askers close their own as settled and reopen what they closed; super users everything', async () => {
    const thread = await f.as(asker).asks();
    await expect(f.as(helper).closes(thread)).rejects.toMatchObject(denied('super-users-only'));
    await expect(f.as(asker).closes(thread, ClosingReason.off_topic)).rejects.toMatchObject(denied('asker-closes-settled'));
    await f.as(asker).closes(thread);
    await f.as(asker).closes(thread); // asking twice is fine
    expect(await f.thread(thread)).toMatchObject({ close_reason: 'settled', closed_by: asker.id });
    await f.as(asker).reopens(thread);
    await f.as(keeper).closes(thread, ClosingReason.off_topic);
    await expect(f.as(asker).reopens(thread)).rejects.toMatchObject(denied('closed-by-others'));
    await f.as(keeper).reopens(thread);
    expect(await f.thread(thread)).toMatchObject({ close_reason: null, closed_at: null, closed_by: null });
    expect((await f.log()).map(({ act }) => act)).toEqual(['close-thread', 'reopen-thread']);
  });

  it('moves a thread, and both categories count right', async () => {
    const [one, two] = [await f.category('One'), await f.category('Two')];
    const thread = await f.as(asker).asks('Where does this belong?', { categoryId: one });
    await expect(f.as(helper).moves(thread, two)).rejects.toMatchObject(denied('super-users-only'));
    await expect(f.as(keeper).moves(thread, 'cat_999999')).rejects.toMatchObject({ problem: { fields: [{ field: 'categoryId', code: 'unknown' }] } });
    await Promise.all(Array.from({ length: 10 }, (_, i) => f.as(keeper).moves(thread, i % 2 ? one : two)));
    await f.as(keeper).moves(thread, two);
    expect(await f.drift()).toEqual([]);
    expect(await f.thread(thread)).toMatchObject({ category_id: two.replace('cat_', '') });
  });

  it('lets askers put their own question elsewhere until somebody else has answered it', async () => {
    const [one, two] = [await f.category('Here'), await f.category('There')];
    const thread = await f.as(asker).asks('Did I ask this in the right place?', { categoryId: one });
    await f.as(asker).answers(thread);
    await f.as(asker).moves(thread, two);
    const answer = await f.as(helper).answers(thread);
    await expect(f.as(asker).moves(thread, one)).rejects.toMatchObject(denied('answered-already'));
    await f.as(helper).deletes(answer);
    await f.as(asker).moves(thread, one);
    expect(await f.thread(thread)).toMatchObject({ category_id: one.replace('cat_', '') });
    expect((await f.log()).filter(({ thread_id }) => thread_id === thread)).toEqual([]); // nobody did it to them
    expect(await f.drift()).toEqual([]);
  });

  it('carries along what was said in the fields and fits there, asks for the rest, and keeps what has no place in the history', async () => {
    const [here, there] = [await f.category('Routers'), await f.category('Telephones')];
    for (const key of ['device', 'light', 'firmware']) await f.field(here, key);
    await f.field(there, 'device', { required: true });
    await f.field(there, 'light', { choices: ['red', 'green'] });
    await f.field(there, 'line', { required: true });
    const said = async (thread: string) =>
      (await f.db.query<{ said: string }>(`select f.category_id || ' ' || f.key || '=' || tf.value as said from thread_field tf join category_field f on f.id = tf.field_id where thread_id = $1 order by f.key`, [thread])).map((row) => row.said);
    const of = (category: string, ...values: string[]) => values.map((value) => `${category.replace('cat_', '')} ${value}`);
    const ask = () => f.as(asker).asks('Does it belong here?', { categoryId: here, fields: [{ key: 'device', value: 'A 1' }, { key: 'light', value: 'blue' }, { key: 'firmware', value: '7' }] });
    const thread = await ask();
    await expect(f.as(asker).moves(thread, there, { fields: [{ key: 'light', value: 'blue' }] })).rejects.toMatchObject({ problem: { fields: [{ field: 'fields.light', code: 'unknown' }, { field: 'fields.line', code: 'required' }] } });
    await expect(f.as(asker).moves(thread, there, { fields: [{ key: 'line', value: 'erika.muster@web.de' }] })).rejects.toMatchObject({ problem: { kind: 'PrivateData' } });
    expect(await said(thread)).toEqual(of(here, 'device=A 1', 'firmware=7', 'light=blue'));
    await f.as(asker).moves(thread, there, { fields: [{ key: 'line', value: 'VDSL' }, { key: 'device', value: 'B 2' }] }); // what was said is not overwritten
    expect(await said(thread)).toEqual(of(there, 'device=A 1', 'line=VDSL'));
    const [kept] = await f.db.query<{ fields: { key: string; value: string }[] }>('select fields from revision where post_id = $1', [await f.opening(thread)]);
    expect(kept!.fields.map(({ key, value }) => `${key}=${value}`).sort()).toEqual(['device=A 1', 'firmware=7', 'light=blue']);
    const [others, untouched] = [await ask(), await ask()];
    await f.as(keeper).moves(others, there, { fields: [] }); // who does not know the line leaves it out
    expect(await said(others)).toEqual(of(there, 'device=A 1'));
    await f.as(keeper).moves(untouched, there);
    expect(await said(untouched)).toEqual(of(here, 'device=A 1', 'firmware=7', 'light=blue'));
  });

  it('keeps askers from undoing where others have put their question, or what they have closed', async () => {
    const [one, two] = [await f.category('Wrong place'), await f.category('Right place')];
    const thread = await f.as(asker).asks('Is this where others look for it?', { categoryId: one });
    await f.as(keeper).closes(thread, ClosingReason.off_topic);
    await expect(f.as(asker).moves(thread, two)).rejects.toMatchObject(denied('thread-closed'));
    await f.as(keeper).reopens(thread);
    await f.as(keeper).moves(thread, two);
    await expect(f.as(asker).moves(thread, one)).rejects.toMatchObject(denied('moved-by-others'));
    const shown = await f.test.context.get(ThreadReader, { strict: false }).byIds(asker, [thread]);
    expect(shown.get(thread)!.standing).toMatchObject({ moved: true, answered: false });
  });

  it('super users accept once the asker has not been heard of for two weeks', async () => {
    const thread = await f.as(asker).asks();
    const answer = await f.as(helper).answers(thread);
    const silent = (days: number) => f.db.query(`update post set created_at = now() - make_interval(days => $2) where thread_id = $1 and author_id = $3`, [thread, days, asker.id]);
    await expect(f.as(keeper).accepts(answer)).rejects.toMatchObject(denied('asker-may-return', 14));
    await silent(13);
    await expect(f.as(keeper).accepts(answer)).rejects.toMatchObject(denied('asker-may-return', 1));
    await silent(14);
    await f.as(keeper).accepts(answer);
    await f.as(keeper).unaccepts(answer);
    await f.as(asker).comments(answer, 'I am back.');
    await expect(f.as(keeper).accepts(answer)).rejects.toMatchObject(denied('asker-may-return', 14));
    await expect(f.as(helper).accepts(answer)).rejects.toMatchObject(denied('not-the-asker'));
    expect((await f.log()).filter(({ thread_id }) => thread_id === thread).map(({ act }) => act)).toEqual(['accept-answer', 'unaccept-answer']);
  });

  it('“also solved it” counts each member once, and never the one who wrote it', async () => {
    const readers = await f.members(5);
    const answer = await f.as(helper).answers(await f.as(asker).asks());
    await Promise.all(Array.from({ length: 50 }, (_, i) => f.as(readers[i % 5]!).saysAlsoSolved(answer)));
    expect(await f.post(answer)).toMatchObject({ also_solved_count: 5 });
    await Promise.all(Array.from({ length: 50 }, (_, i) => f.as(readers[i % 2]!).saysAlsoSolved(answer, false)));
    expect(await f.post(answer)).toMatchObject({ also_solved_count: 3 });
    await expect(f.as(helper).saysAlsoSolved(answer)).rejects.toMatchObject(denied('own-answer'));
    await expect(f.as(readers[0]!).saysAlsoSolved(await f.as(readers[0]!).comments(answer))).rejects.toMatchObject(denied('not-an-answer'));
  });
});
