import { TagService } from '#forum';
import { Actor } from '#platform/access';
import { encodeId } from '#platform/database';
import { again, Refused } from '#platform/graphql';
import { type People, people } from '../people.fixture.js';
import { EntryMergingService } from './entry-merging.service.js';
import { EntryReader } from './entry.reader.js';
import { EntryService, REVIEW_DAYS } from './entry.service.js';
import { EntryKind, EntryState } from './entry.sets.js';
import { entryTasks } from './entry.tasks.js';
import { PromotingService } from './promoting.service.js';
import { ProposingService } from '../proposals/proposing.service.js';
import { RelatingService } from './relating.service.js';
import { ReviewTeller } from './review.teller.js';
import { RatingService } from './rating.service.js';

const PAGE = { limit: 10, backwards: false, from: null };
const guest = Actor.guest('en').from('10.2.0.1');

describe('articles and FAQ entries', () => {
  let world: People;
  let staff: Actor;
  const get = <T>(token: new (...args: never[]) => T): T => world.get(token);
  beforeAll(async () => {
    world = await people();
    staff = await world.member('staff');
  });
  afterAll(() => world.close());

  const id = (key: string) => encodeId('entry', key);
  const solved = async () => {
    const [asker, helper] = await world.members(2);
    const thread = await world.as(asker!).asks();
    const post = await world.as(helper!).answers(thread);
    await world.as(asker!).accepts(post);
    return { asker: asker!, helper: helper!, thread, post };
  };
  const promote = (post: string, actor = staff, kind = EntryKind.faq) => again(() => get(PromotingService).promote(actor, kind, encodeId('post', post)));
  const publish = (key: string, actor = staff) => get(EntryService).publish(actor, { entryId: id(key) });
  const edit = (key: string, text: string, actor = staff, basedOn?: number) => get(EntryService).edit(actor, { entryId: id(key), text, basedOn: basedOn ?? null });
  const rate = (key: string, helpful: boolean, actor: Actor) => get(RatingService).rate(actor, { entryId: id(key), helpful });
  const read = async (key: string, actor = staff) => (await get(EntryReader).byIds(actor, [key])).get(key);
  const stateOf = async (key: string) => {
    const { state, isPublic, reasons } = (await read(key))!;
    return [state, isPublic, reasons];
  };
  const refusal = (act: Promise<unknown>) => act.then(() => null, (error: unknown) => (error instanceof Refused ? error.problem : (error as Error).message));
  const published = async () => {
    const from = await solved();
    const key = await promote(from.post);
    await publish(key);
    return { ...from, key };
  };

  it('are made from accepted and official answers alone, by staff, once', async () => {
    const { thread, post, asker } = await solved();
    const key = await promote(post);
    expect(await read(key)).toMatchObject({ kind: 'faq', state: 'draft', isPublic: false, title: 'Why does the router restart at night?', source: 'Switch the energy saving off.', html: '<p>Switch the energy saving off.</p>\n', language: 'en', category: { name: 'Router' } });
    expect(await Promise.all([promote(post), promote(post)])).toEqual([key, key]);
    expect(await promote(post, staff, EntryKind.article)).not.toBe(key);
    const other = await world.as((await world.members(1))[0]!).answers(thread);
    expect(await refusal(promote(other))).toMatchObject({ reason: 'no-solution' });
    expect(await refusal(promote(post, asker))).toMatchObject({ reason: 'staff-only' });
    await world.as(staff).marksOfficial(other);
    expect((await get(EntryReader).ofThreads(guest, [thread])).get(thread)).toBeUndefined();
    await publish(key);
    expect((await get(EntryReader).ofThreads(guest, [thread])).get(thread)!.map((entry) => entry.key)).toEqual([key]);
    expect((await get(EntryReader).sources([key])).get(key)).toEqual([{ postKey: post, threadKey: thread }]);
  });

  it('are read by everyone once they are published, and are due again after 90 days', async () => {
    const { post, thread } = await solved();
    const key = await promote(post);
    expect(await read(key, guest)).toBeUndefined();
    await publish(key);
    const entry = (await read(key, guest))!;
    expect(entry).toMatchObject({ state: 'published', publishedAt: expect.any(Date) as Date });
    expect(Math.round((entry.reviewDue!.getTime() - Date.now()) / 86_400_000)).toBeGreaterThanOrEqual(REVIEW_DAYS - 1);
    await world.db.query('update knowledge_entry set review_due = current_date where id = $1', [key]);
    const run = (name: string) => (entryTasks(world.db, get(ProposingService), get(ReviewTeller), get(RelatingService))[name] as (payload: unknown, helpers: never) => Promise<void>)({}, {} as never);
    for (let twice = 0; twice < 2; twice += 1) await run('look-at-entries-again');
    expect(await stateOf(key)).toEqual(['needs_review', true, ['review_due']]);
    expect((await get(EntryReader).waiting(staff, null, { ...PAGE, limit: 100 })).nodes.map((each) => each.key)).toContain(key);
    await publish(key);
    expect(await stateOf(key)).toEqual(['published', true, []]);
    expect((await get(EntryReader).versions(key, PAGE)).nodes).toHaveLength(1); // nothing new was published
    for (const other of await world.members(2)) await world.as(other).hasItToo(thread);
    await rate(key, true, guest);
    expect((await read(key))!.need).toBe(1);
    await run('weigh-entries');
    expect((await read(key))!.need).toBe(4);
  });

  it('keep what everyone reads while a change of it waits, and every version', async () => {
    const { key } = await published();
    await edit(key, 'Switch the energy saving off, then restart.');
    expect(await read(key, guest)).toMatchObject({ source: 'Switch the energy saving off.' });
    const { version, waitingEdit } = (await read(key))!;
    expect(waitingEdit).toMatchObject({ source: 'Switch the energy saving off, then restart.', author: { name: staff.name } });
    expect(await refusal(edit(key, 'Something else entirely.', staff, version - 1))).toEqual({ kind: 'Conflict', conflict: 'changed-meanwhile' });
    await publish(key);
    expect(await read(key, guest)).toMatchObject({ source: 'Switch the energy saving off, then restart.', waitingEdit: null });
    expect((await get(EntryReader).versions(key, PAGE)).nodes.map(({ number, source }) => [number, source])).toEqual([[2, 'Switch the energy saving off, then restart.'], [1, 'Switch the energy saving off.']]);
  });

  it('are withdrawn when their source is taken back, and need review when it changes', async () => {
    const taken = await published();
    await world.as(taken.asker).unaccepts(taken.post);
    expect(await stateOf(taken.key)).toEqual(['needs_review', false, ['source_retracted']]);
    expect(await read(taken.key, guest)).toBeUndefined();
    await publish(taken.key); // somebody has looked at it, and stands for it all the same
    expect(await stateOf(taken.key)).toEqual(['published', true, []]);

    const deleted = await published();
    await world.as(staff).deletes(deleted.post);
    expect((await stateOf(deleted.key)).slice(0, 2)).toEqual(['needs_review', false]);

    const official = await published();
    await world.as(staff).marksOfficial(official.post);
    await world.as(official.asker).unaccepts(official.post);
    expect((await stateOf(official.key))[0]).toBe('published'); // it is official still
    await world.as(staff).marksOfficial(official.post, false);
    expect(await stateOf(official.key)).toEqual(['needs_review', false, ['source_retracted']]);

    const changed = await published();
    await world.as(changed.helper).edits(changed.post, 'Switch the energy saving on.');
    expect(await stateOf(changed.key)).toEqual(['needs_review', true, ['source_changed']]);
    await world.as(changed.asker).edits(await world.opening(changed.thread), 'It does so every day at noon.');
    expect(await stateOf(changed.key)).toEqual(['needs_review', true, ['question_changed', 'source_changed']]);

    const better = await published();
    const other = await world.as((await world.members(1))[0]!).answers(better.thread, 'Use another channel.');
    await world.as(better.asker).accepts(other);
    expect(await stateOf(better.key)).toEqual(['needs_review', true, ['better_answer']]);

    const voted = await published();
    for (const member of await Promise.all([1, 2].map(() => world.member('customer', 1)))) await world.as(member).votesDown(voted.post);
    expect(await stateOf(voted.key)).toEqual(['needs_review', true, ['votes_turned']]);
  });

  it('need review when three say that they do not help, again after three more', async () => {
    const { key } = await published();
    const [one, two, three] = await world.members(3);
    await Promise.all([rate(key, false, one!), rate(key, false, one!), rate(key, true, two!)]);
    await rate(key, false, two!); // the last word counts
    expect(await read(key)).toMatchObject({ helpful: 0, notHelpful: 2, state: 'published' });
    await rate(key, false, three!.from('10.2.0.9'));
    expect(await stateOf(key)).toEqual(['needs_review', true, ['not_helpful']]);
    await publish(key);
    for (const n of [1, 2]) await rate(key, false, Actor.guest('en').from(`10.2.1.${n}`));
    await rate(key, false, Actor.guest('en').from('10.2.1.2')); // one network, one word
    expect(await read(key)).toMatchObject({ notHelpful: 5, state: 'published' });
    expect(await refusal(rate(key, true, staff))).toMatchObject({ reason: 'own-entry' });
    await rate(key, false, Actor.guest('en').from('10.2.1.3'));
    expect((await stateOf(key))[2]).toEqual(['not_helpful']);
  });

  it('tell whoever looks after them, once and together', async () => {
    const owner = await world.member('staff');
    const told = () => world.db.query<{ subject: object }>(`select subject from event where kind = 'EntriesNeedReview' and subject->>'memberId' = $1`, [owner.memberId]);
    const sources = [await solved(), await solved()];
    for (const { post } of sources) await publish(await promote(post, owner), owner);
    for (const { helper, post } of sources) await world.as(helper).edits(post, 'Switch the energy saving on.');
    for (let twice = 0; twice < 2; twice += 1) await get(ReviewTeller).tell();
    expect(await told()).toEqual([{ subject: { memberId: owner.memberId, times: '2' } }]);
    await world.as(sources[0]!.asker).unaccepts(sources[0]!.post); // worse than before
    await get(ReviewTeller).tell();
    expect((await told())[1]).toEqual({ subject: { memberId: owner.memberId, times: '1', entryId: expect.any(String) as unknown } }); // and leads there
    expect(await told()).toHaveLength(2);
  });

  it('wait in the order in which they matter: what may be wrong, what people changed or began, then proposals by need, page after page', async () => {
    await world.db.query('delete from knowledge_entry');
    const made = async (title: string, more: string) => (await world.db.one<{ id: string }>(
      `insert into knowledge_entry (kind, title, slug, source, html, renderer, category_id, language, ${more.split('|')[0]}) select 'faq', $1, 'x', 'x', 'x', 0, id, 'en', ${more.split('|')[1]} from category limit 1 returning id`, [title]))!.id;
    const few = await made('Few', `state, need, proposal|'draft', 2, '{"asked": 2}'`);
    const many = await made('Many', `state, need, proposal|'draft', 9, '{"asked": 9}'`);
    const begun = await made('Begun', `state|'draft'`);
    const changed = await made('Changed', `state, published_at, waiting_title, waiting_source, waiting_at|'published', now(), 'y', 'y', now()`);
    const wrong = await made('Wrong', `state, published_at|'needs_review', now()`);
    const all = [wrong, changed, begun, many, few];
    const first = await get(EntryReader).waiting(staff, null, { ...PAGE, limit: 3 });
    const next = await get(EntryReader).waiting(staff, null, { ...PAGE, from: ['2', '0', begun] });
    const back = await get(EntryReader).waiting(staff, null, { ...PAGE, backwards: true, from: ['3', '-9', many] });
    expect([first.nodes, next.nodes, back.nodes].map((nodes) => nodes.map(({ key }) => key))).toEqual([all.slice(0, 3), all.slice(3), all.slice(0, 3)]);
  });

  it('tell who wrote it that it is published or not wanted, and whose answer it says', async () => {
    const superUser = await world.member('super_user');
    const told = (kind: string, subject: object) => world.db.query('select from event where kind = $1 and subject @> $2', [kind, JSON.stringify(subject)]).then((rows) => rows.length);
    const write = () => get(EntryService).write(superUser, { kind: EntryKind.article, title: 'How to set up the router', text: 'Plug it in.', categoryId: world.categoryId, language: 'en' as const });
    const [wanted, unwanted] = [await write(), await write()];
    await publish(wanted);
    await publish(wanted); // still right: nothing new
    await edit(wanted, 'Plug it in, and wait.', superUser);
    await publish(wanted);
    for (let twice = 0; twice < 2; twice += 1) await get(EntryService).reject(staff, { entryId: id(unwanted), reason: 'It is known.' });
    const toWriter = (entryId: string) => ({ memberId: superUser.memberId, entryId });
    expect([await told('EntryPublished', toWriter(wanted)), await told('EntryRejected', toWriter(unwanted)), await told('EntryRejected', toWriter(wanted))]).toEqual([2, 1, 0]);
    const { key, post, thread } = await published();
    await edit(key, 'Switch it off.');
    await publish(key);
    expect([await told('AnswerBecameKnowledge', { postId: post, threadId: thread, entryId: key }), await told('EntryPublished', { entryId: key })]).toEqual([1, 0]);
  });

  it('are written by super users and wait for staff; FAQ entries by staff', async () => {
    const superUser = await world.member('super_user');
    const article = { kind: EntryKind.article, title: 'How to set up the router', text: '# First\nPlug it in.', categoryId: world.categoryId, language: 'en' as const };
    const key = await get(EntryService).write(superUser, article);
    expect(await read(key, superUser)).toMatchObject({ state: 'draft', html: '<h2>First</h2>\n<p>Plug it in.</p>\n', ownerId: superUser.memberId });
    expect(await read(key, await world.member('super_user'))).toBeUndefined();
    expect(await refusal(publish(key, superUser))).toMatchObject({ reason: 'staff-only' });
    expect(await refusal(get(EntryService).write(superUser, { ...article, kind: EntryKind.faq }))).toMatchObject({ reason: 'staff-only' });
    expect(await refusal(get(EntryService).write(guest, article))).toMatchObject({ reason: 'sign-in-needed' });
    await edit(key, 'Plug it in, and wait.', superUser);
    expect(await read(key)).toMatchObject({ source: 'Plug it in, and wait.', waitingEdit: null });
    const german = await get(EntryService).write(superUser, { ...article, title: 'Router einrichten', language: 'de', originalId: id(key) });
    expect((await get(EntryReader).translations(superUser, { key: german, originalKey: key })).map((entry) => entry.key)).toEqual([key]);
    expect(await refusal(get(EntryService).write(superUser, { ...article, language: 'de', originalId: id(key) }))).toMatchObject({ fields: [{ field: 'originalId', code: 'taken' }] });
    await expect(get(EntryService).write(staff, { ...article, categoryId: 'cat_999' })).rejects.toMatchObject({ problem: { fields: [{ field: 'categoryId', code: 'unknown' }] } });
    expect(await refusal(get(EntryService).write(staff, { ...article, text: 'Write to ada@web.de about it.' }))).toMatchObject({ kind: 'PrivateData' });
  });

  it('are rejected as drafts, archived once published, and come back', async () => {
    const { post } = await solved();
    const key = await promote(post);
    await get(EntryService).reject(staff, { entryId: id(key), reason: 'Nobody asks this.' });
    expect(await read(key)).toMatchObject({ state: 'rejected', rejectedReason: 'Nobody asks this.' });
    expect(await refusal(get(EntryService).archive(staff, { entryId: id(key) }))).toMatchObject({ reason: 'still-a-draft' });
    await edit(key, 'Switch it off for good.');
    expect((await read(key))!.state).toBe(EntryState.draft);
    await publish(key);
    expect(await refusal(get(EntryService).reject(staff, { entryId: id(key), reason: 'No.' }))).toMatchObject({ reason: 'not-a-draft' });
    for (let twice = 0; twice < 2; twice += 1) await get(EntryService).archive(staff, { entryId: id(key) });
    expect(await read(key, guest)).toBeUndefined();
    await publish(key);
    expect(await read(key, guest)).toMatchObject({ state: 'published' });
  });

  it('become one with those that say the same, and lead on', async () => {
    const [one, two] = [await published(), await published()];
    const [rater] = await world.members(1);
    await rate(one.key, true, rater!);
    await Promise.all([rate(two.key, true, rater!), rate(two.key, false, guest)]);
    const asked = await world.as(rater!).asks('The lamp is red at night');
    await world.db.query('insert into knowledge_question (entry_id, thread_id) values ($1, $2)', [two.key, asked]);
    const german = await get(EntryService).write(staff, { kind: EntryKind.faq, title: 'Was heißt die rote Lampe?', text: 'Sie heißt: kein Netz.', categoryId: world.categoryId, language: 'de', originalId: id(two.key) });
    const merge = (from: string, into: string) => get(EntryMergingService).merge(staff, { entryId: id(from), intoId: id(into) });
    expect(await merge(two.key, one.key)).toBe(one.key);
    expect(await get(EntryReader).merged(two.key)).toBe(one.key);
    expect(await read(one.key)).toMatchObject({ helpful: 1, notHelpful: 1, isPublic: true });
    expect((await get(EntryReader).sources([one.key])).get(one.key)!.map(({ postKey }) => postKey)).toEqual([one.post, two.post]);
    expect((await get(EntryReader).questions([one.key])).get(one.key)).toEqual([asked]); // or it would be a gap again
    expect((await get(EntryReader).translations(staff, (await read(one.key))!)).map(({ key }) => key)).toEqual([german]);
    expect(await refusal(publish(two.key))).toMatchObject({ reason: 'merged-entry' });
    expect(await refusal(merge(one.key, one.key))).toMatchObject({ fields: [{ field: 'intoId', code: 'unknown' }] });
    const three = await published();
    await merge(one.key, three.key);
    expect(await get(EntryReader).merged(two.key)).toBe(three.key); // in one step
    expect((await get(EntryReader).questions([three.key])).get(three.key)).toEqual([asked]);
    const four = await published(); // a translation that goes leaves its place to the one it becomes part of
    await world.db.query(`update knowledge_entry set language = 'de' where id = $1`, [four.key]);
    await merge(german, four.key);
    expect((await get(EntryReader).translations(staff, (await read(three.key))!)).map(({ key }) => key)).toEqual([four.key]);
  });

  it('are about products and topics: those of their threads, those that somebody names, those of the original', async () => {
    for (const name of ['nordbox', 'wlan', 'glasfaser']) await world.get(TagService).create({ name });
    const tagged = async (key: string) => (await read(key))!.tags;
    const [asker, helper] = await world.members(2);
    const thread = await world.as(asker!).asks('Why does the nordbox hum?');
    await world.db.query(`insert into thread_tag (thread_id, tag_id) select $1, id from tag where name in ('nordbox', 'wlan')`, [thread]);
    const post = await world.as(helper!).answers(thread, 'It has a fan inside.');
    await world.as(staff).marksOfficial(post);
    const key = await promote(post);
    expect(await tagged(key)).toEqual(['nordbox', 'wlan']);
    await world.db.query('delete from search_mark');
    await get(EntryService).edit(staff, { entryId: id(key), tags: ['glasfaser', 'NORDBOX'] });
    expect(await tagged(key)).toEqual(['glasfaser', 'nordbox']);
    expect(await world.db.query('select entry_id from search_mark')).toEqual([{ entry_id: key }]); // it is found by them
    expect(await refusal(get(EntryService).edit(staff, { entryId: id(key), tags: ['nordbax'] }))).toMatchObject({ fields: [{ field: 'tags', code: 'unknown', near: ['nordbox'] }] });
    const german = await get(EntryService).write(staff, { kind: EntryKind.faq, title: 'Warum summt die Nordbox?', text: 'Sie hat einen Lüfter.', categoryId: world.categoryId, language: 'de', originalId: id(key) });
    expect(await tagged(german)).toEqual(['glasfaser', 'nordbox']);
  });

  it('are listed by topic, what most need first, a page at a time', async () => {
    await world.db.query('delete from knowledge_entry');
    const below = await world.category('Cables');
    await world.db.query(`update category set parent_id = (select id from category where name = 'Router') where name = 'Cables'`);
    const keys: string[] = [];
    for (const [n, need] of [5, 9, 7].entries()) {
      const { key } = await published();
      await world.db.query(`update knowledge_entry set need = $2, category_id = case when $3 then $4::bigint else category_id end where id = $1`, [key, need, n === 2, below.slice(4)]);
      keys.push(key);
    }
    const [five, nine, seven] = keys;
    const first = await get(EntryReader).list({ kind: EntryKind.faq }, { ...PAGE, limit: 2 });
    expect(first.nodes.map(({ key }) => key)).toEqual([nine, seven]);
    expect((await get(EntryReader).list({}, { ...PAGE, limit: 2, from: ['7', seven!] })).nodes.map(({ key }) => key)).toEqual([five]);
    const listed = async (filter: object) => (await get(EntryReader).list(filter, PAGE)).nodes.map(({ key }) => key);
    expect(await listed({ category: 'router' })).toEqual([nine, seven, five]);
    expect(await listed({ category: 'cables' })).toEqual([seven]);
    expect([await listed({ category: 'nowhere' }), await listed({ language: 'de' }), await listed({ kind: EntryKind.article })]).toEqual([[], [], []]);
    expect((await get(EntryReader).faq('en', 5)).map(({ category, total, entries }) => [category.name, total, entries.map(({ key }) => key)])).toEqual([['Cables', 1, [seven]], ['Router', 2, [nine, five]]]);
    expect(await get(EntryReader).faq('de', 5)).toEqual([]);
  });
});
