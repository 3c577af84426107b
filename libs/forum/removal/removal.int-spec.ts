import { Actor, canSee, parentVisibleTo, visibleTo } from '#platform/access';
import { ClosingReason } from '../closing/closing.type.js';
import { broken, forum, type Forum } from '../forum.fixture.js';
import { ThreadLock } from '../thread/thread.lock.js';
import { VoteChoice } from '../post/post.type.js';
import { PostStates } from './post.states.js';

const denied = (reason: string) => ({ problem: { kind: 'NotAllowed', reason } });
const NOT_FOUND = { extensions: { code: 'NOT_FOUND' } };

describe('what is taken out of sight', () => {
  let f: Forum;
  let asker: Actor, helper: Actor, reader: Actor, keeper: Actor, staff: Actor;
  beforeAll(async () => {
    f = await forum();
    [asker, helper, reader] = (await f.members(3)) as [Actor, Actor, Actor];
    [keeper, staff] = [await f.member('super_user'), await f.member('staff')];
    await Promise.all(['wlan', 'dsl'].map(f.tag));
  });
  afterEach(async () => expect(await f.drift()).toEqual([]));
  afterAll(() => f.close());

  it('takes an answer’s acceptance, official mark and count along, and brings all of it back', async () => {
    const thread = await f.as(asker).asks();
    const answer = await f.as(helper).answers(thread);
    const comment = await f.as(reader).comments(answer);
    await f.as(asker).accepts(answer);
    await f.as(staff).marksOfficial(answer);
    await f.as(helper).deletes(answer);
    expect(await f.thread(thread)).toMatchObject({ answer_count: 0, accepted_post_id: null, has_official: false, solved: false, state: 'visible' });
    expect(await seen(reader, answer, comment)).toEqual([]);
    expect(await seen(helper, answer, comment)).toEqual([answer, comment]); // so that they can take it back
    expect(await seen(keeper, answer, comment)).toEqual([answer, comment]);
    const goneThread = await gone();
    for (const act of [() => f.as(helper).deletes(answer), () => f.as(keeper).answers(goneThread), () => f.as(staff).accepts(answer), () => f.as(staff).comments(answer), () => f.as(helper).edits(answer, { body: 'Something else.' }), () => f.as(keeper).votes(answer, VoteChoice.up)]) {
      await expect(act()).rejects.toMatchObject(denied('deleted'));
    }
    await f.as(helper).restores(answer);
    expect(await f.thread(thread)).toMatchObject({ answer_count: 1, accepted_post_id: answer, has_official: true });
    expect(await seen(reader, answer, comment)).toEqual([answer, comment]);
  });

  it('leaves to staff what the team stands by, and the question above it', async () => {
    const thread = await f.as(asker).asks();
    const answer = await f.as(helper).answers(thread);
    await f.as(staff).marksOfficial(answer);
    const opening = (await f.db.one<{ id: string }>(`select id from post where thread_id = $1 and kind = 'opening'`, [thread]))!.id;
    for (const post of [answer, opening]) await expect(f.as(keeper).deletes(post)).rejects.toMatchObject(denied('official-answer'));
    await f.as(staff).deletes(answer);
    await f.as(keeper).deletes(opening);
  });

  it('leaves its thread where in the lists what is still seen has put it', async () => {
    const thread = await f.as(asker).asks();
    const activity = async () => (await f.thread(thread)).last_activity_at;
    const [opened, first] = [await activity(), await f.as(helper).answers(thread)];
    const answered = await activity();
    const second = await f.as(reader).answers(thread);
    const comment = await f.as(helper).comments(second);
    const commented = await activity();
    await f.as(reader).deletes(second); // its comment is out of sight with it
    expect(await activity()).toEqual(answered);
    await f.as(keeper).deletes(first, 'advertising');
    expect(await activity()).toEqual(opened);
    await f.as(reader).restores(second);
    expect(await activity()).toEqual(commented);
    await f.as(helper).deletes(comment);
    expect(await activity()).toEqual((await f.post(second)).created_at);
    await f.as(asker).accepts(second);
    await f.as(keeper).deletes(second, 'advertising');
    expect(await activity()).toEqual(opened);
    await f.as(keeper).restores(first);
    expect(await activity()).toEqual(answered);
  });

  it('leaves nothing in the lists of what is still gone when the rest comes back', async () => {
    const thread = await f.as(asker).asks();
    const { last_activity_at: opened } = await f.thread(thread);
    const answer = await f.as(helper).answers(thread);
    await f.as(keeper).deletes(await f.opening(thread));
    await f.as(keeper).deletes(answer);
    await f.as(keeper).restores(await f.opening(thread));
    expect((await f.thread(thread)).last_activity_at).toEqual(opened);
    await f.as(keeper).restores(answer);
    expect((await f.thread(thread)).last_activity_at).toEqual((await f.post(answer)).created_at);
  });

  it('leaves its thread where it is, where something else has put it there: an acceptance, or a former community', async () => {
    const thread = await f.as(asker).asks();
    const activity = async () => (await f.thread(thread)).last_activity_at;
    const [first, second] = [await f.as(helper).answers(thread), await f.as(reader).answers(thread)];
    const trifle = await f.as(reader).comments(first);
    await f.as(asker).accepts(second);
    const accepted = await activity();
    await f.as(reader).deletes(trifle);
    expect(await activity()).toEqual(accepted);
    const last = await f.as(helper).comments(first);
    expect(await activity()).not.toEqual(accepted);
    await f.as(helper).deletes(last);
    expect(await activity()).toEqual(accepted);
    await f.db.query(`update thread set last_activity_at = last_activity_at + interval '1 hour' where id = $1`, [thread]);
    const brought = await activity();
    await f.as(keeper).deletes(first, 'advertising');
    expect(await activity()).toEqual(brought);
  });

  it('does not push out the answer that was accepted meanwhile', async () => {
    const thread = await f.as(asker).asks();
    const [first, second] = [await f.as(helper).answers(thread), await f.as(reader).answers(thread)];
    await f.as(asker).accepts(first);
    await f.as(keeper).deletes(first);
    await f.as(asker).accepts(second);
    await f.as(keeper).restores(first);
    expect(await f.thread(thread)).toMatchObject({ accepted_post_id: second, answer_count: 2 });
  });

  it('takes a whole thread along with its opening, out of its category and its tags', async () => {
    const thread = await f.as(asker).asks('Why is it so slow tonight?', { tags: ['wlan', 'dsl'] });
    const opening = await f.opening(thread);
    await f.as(asker).deletes(opening);
    expect(await f.thread(thread)).toMatchObject({ state: 'deleted', deleted_by: asker.id });
    await expect(f.as(reader).answers(thread)).rejects.toMatchObject(NOT_FOUND);
    await f.as(asker).restores(opening);
    await f.as(reader).answers(thread);
    await expect(f.as(asker).deletes(opening)).rejects.toMatchObject(denied('others-answered'));
    await expect(f.as(keeper).deletes(opening, '')).rejects.toMatchObject({ problem: { fields: [{ field: 'reason', code: 'required' }] } });
    await f.as(keeper).deletes(opening, 'advertising');
    expect(await f.drift()).toEqual([]);
    await expect(f.as(asker).restores(opening)).rejects.toMatchObject(NOT_FOUND); // to its author it is gone
    await f.as(keeper).restores(opening);
    expect((await f.log()).filter(({ thread_id }) => thread_id === thread)).toMatchObject([
      { act: 'delete-post', actor_id: keeper.id, member_id: asker.id, reason: 'advertising' }, { act: 'restore-post', actor_id: keeper.id },
    ]);
  });

  it('is no way out of a review: what was held stays held', async () => {
    const answer = await f.as(helper).answers(await f.as(asker).asks());
    await into(answer, 'held');
    await f.as(helper).deletes(answer);
    await f.as(helper).restores(answer);
    expect(await f.post(answer)).toMatchObject({ state: 'held', deleted_at: null, deleted_by: null, deleted_from: null });
  });

  it('hides what super users wrote from their own power to bring it back', async () => {
    const answer = await f.as(keeper).answers(await f.as(asker).asks());
    await f.as(staff).deletes(answer);
    await expect(f.as(keeper).restores(answer)).rejects.toMatchObject(denied('deleted-by-others'));
    await f.as(await f.member('super_user')).restores(answer);
    await expect(f.as(reader).deletes(answer)).rejects.toMatchObject(denied('not-the-author'));
  });

  it('counts right whatever is done at once', async () => {
    const thread = await f.as(asker).asks('What is counted here, please?', { tags: ['wlan'] });
    const opening = await f.opening(thread);
    const answers = await Promise.all(Array.from({ length: 4 }, () => f.as(helper).answers(thread)));
    const comments = await Promise.all(answers.map((answer) => f.as(helper).comments(answer)));
    const other = await f.category('Elsewhere');
    const acts = answers.flatMap((answer, i) => [
      () => f.as(helper).deletes(answer), () => f.as(keeper).restores(answer), () => f.as(asker).accepts(answer), () => f.as(staff).marksOfficial(answer, i % 2 === 0),
      () => f.as(helper).deletes(comments[i]!), () => f.as(helper).restores(comments[i]!), () => f.as(reader).votes(answer, VoteChoice.up), () => f.as(reader).saysAlsoSolved(answer, i % 2 === 0),
      () => f.as(keeper).deletes(opening), () => f.as(keeper).restores(opening), () => f.as(keeper).moves(thread, i % 2 ? other : f.categoryId), () => f.as(keeper).closes(thread, ClosingReason.off_topic),
      () => f.as(keeper).reopens(thread), () => f.as(keeper).edits(opening, { tags: i % 2 ? ['dsl'] : ['wlan', 'dsl'], basedOn: i }),
    ]);
    const outcomes = await Promise.allSettled([...acts, ...acts.toReversed()].map((act) => act()));
    expect(broken(outcomes)).toEqual([]);
  });

  it('takes no vote while it is being hidden', async () => {
    const thread = await f.as(asker).asks();
    const [opening, answer] = [await f.opening(thread), await f.as(helper).answers(thread)];
    const [hidden, goOn] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const hiding = f.db.transaction(async () => {
      await f.test.context.get(PostStates, { strict: false }).change(keeper, await f.test.context.get(ThreadLock, { strict: false }).postInThread(keeper, opening), 'hidden');
      hidden.resolve();
      await goOn.promise;
    });
    await hidden.promise;
    const vote = f.as(reader).votes(answer, VoteChoice.up).catch((error: unknown) => error);
    await new Promise((later) => { setTimeout(later, 300); });
    goOn.resolve();
    await hiding;
    expect(await vote).toMatchObject(NOT_FOUND);
    expect(await f.post(answer)).toMatchObject({ up_count: 0 });
  });

  it('the policy and the SQL of visibility agree about every state', async () => {
    const answers: string[] = [];
    const thread = await f.as(asker).asks();
    for (const [state, by] of [['visible', keeper], ['held', keeper], ['hidden', keeper], ['deleted', keeper], ['deleted', helper]] as const) {
      answers.push(await f.as(helper).answers(thread));
      await into(answers.at(-1)!, state, by);
    }
    for (const actor of [Actor.guest('en'), reader, helper, asker, keeper, staff]) {
      const rows = await f.db.query<{ id: string; state: 'visible'; authorId: string; deletedBy: string | null; seen: boolean }>(
        `select p.id, p.state, p.author_id as "authorId", p.deleted_by as "deletedBy", ${visibleTo(actor, 'p')} as seen from post p where id = any($1) order by id`, [answers]);
      expect(rows.map((row) => row.seen ?? false)).toEqual(rows.map((row) => canSee(actor, row)));
    }
  });

  async function gone(): Promise<string> {
    const thread = await f.as(asker).asks();
    await f.as(asker).deletes(await f.opening(thread));
    return thread;
  }

  async function into(postKey: string, state: 'visible' | 'held' | 'hidden' | 'deleted', by: Actor = keeper): Promise<void> {
    await f.db.transaction(async () => {
      await f.test.context.get(PostStates, { strict: false }).change(by, await f.test.context.get(ThreadLock, { strict: false }).postInThread(keeper, postKey), state);
    });
  }

  async function seen(actor: Actor, ...keys: string[]): Promise<string[]> {
    const rows = await f.db.query<{ id: string }>(`select p.id from post p where p.id = any($1) and ${visibleTo(actor, 'p')} and ${parentVisibleTo(actor)} order by p.id`, [keys]);
    return rows.map(({ id }) => id);
  }
});

describe('the log of moderation', () => {
  let f: Forum;
  beforeAll(async () => { f = await forum(); });
  afterAll(() => f.close());

  it('can be neither changed nor emptied', async () => {
    const [asker, keeper] = [await f.member(), await f.member('super_user')];
    await f.as(keeper).closes(await f.as(asker).asks(), ClosingReason.off_topic);
    for (const sql of [`update moderation_entry set reason = 'other'`, 'delete from moderation_entry', 'truncate moderation_entry']) {
      await expect(f.db.query(sql)).rejects.toThrow();
    }
    await expect(f.db.query('delete from moderation_entry')).rejects.toThrow(/append-only/);
    expect(await f.log()).toMatchObject([{ act: 'close-thread', details: { reason: 'off_topic' } }]);
  });
});
