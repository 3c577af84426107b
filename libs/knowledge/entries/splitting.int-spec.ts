import type { Actor } from '#platform/access';
import { encodeId } from '#platform/database';
import { again, Refused } from '#platform/graphql';
import { type People, people } from '../people.fixture.js';
import { EntryReader } from './entry.reader.js';
import { EntryService } from './entry.service.js';
import { EntryKind } from './entry.sets.js';
import { PromotingService } from './promoting.service.js';
import { RelatingService } from './relating.service.js';
import { SplittingService } from './splitting.service.js';

describe('entries that are split, and those that say something alike', () => {
  let world: People;
  let staff: Actor;
  beforeAll(async () => {
    world = await people();
    staff = await world.member('staff');
  });
  afterAll(() => world.close());

  const id = (key: string) => encodeId('entry', key);
  const solved = async (title: string) => {
    const [asker, helper] = await world.members(2);
    const thread = await world.as(asker!).asks(title);
    const post = await world.as(helper!).answers(thread);
    await world.as(asker!).accepts(post);
    return { thread, post };
  };
  const promoted = async (title: string) => {
    const from = await solved(title);
    const key = await again(() => world.get(PromotingService).promote(staff, EntryKind.faq, encodeId('post', from.post)));
    await world.get(EntryService).publish(staff, { entryId: id(key) });
    return { ...from, key };
  };
  const split = (key: string, threads: string[], more: { title?: string; actor?: Actor; basedOn?: number } = {}) =>
    again(() => world.get(SplittingService).split(more.actor ?? staff, { entryId: id(key), title: more.title ?? 'And by day?', text: 'By day it is the heat.', threadIds: threads.map((thread) => encodeId('thread', thread)), basedOn: more.basedOn ?? null }));
  const sources = async (key: string) => ((await world.get(EntryReader).sources([key])).get(key) ?? []).map(({ postKey }) => postKey);
  const questions = async (key: string) => (await world.get(EntryReader).questions([key])).get(key)!;

  it('gives the new one the questions that go along, and the answers in them', async () => {
    const { key, thread, post } = await promoted('Why does it restart at night?');
    const [other, asked] = [await solved('Why does it restart by day?'), await world.as((await world.members(1))[0]!).asks('It restarts by day')];
    await world.db.query('insert into knowledge_source (entry_id, post_id) values ($1, $2)', [key, other.post]);
    await world.db.query('insert into knowledge_question (entry_id, thread_id) values ($1, $2), ($1, $3), ($1, $4)', [key, thread, other.thread, asked]);
    const made = await split(key, [other.thread, asked]);
    expect([await sources(key), await sources(made), await questions(key), (await questions(made)).toSorted()]).toEqual([[post], [other.post], [thread], [other.thread, asked].toSorted()]);
    expect((await world.get(EntryReader).byIds(staff, [made])).get(made)).toMatchObject({ kind: 'faq', state: 'draft', title: 'And by day?', source: 'By day it is the heat.', ownerId: staff.memberId });
    expect((await world.get(EntryReader).byIds(staff, [key])).get(key)).toMatchObject({ state: 'published', source: 'Switch the energy saving off.' }); // stays what everyone reads
  });

  it('leaves both the same answers where none goes along, or all would', async () => {
    const { key, thread, post } = await promoted('Why is the lamp red?');
    expect([await sources(await split(key, [])), await sources(await split(key, [thread])), await sources(key)]).toEqual([[post], [post], [post]]);
  });

  it('refuses what belongs to others, what was changed meanwhile, and who may not', async () => {
    const { key } = await promoted('Why is the lamp green?');
    const foreign = await solved('Something else');
    const problemOf = (act: Promise<unknown>) => act.then(() => null, (error: unknown) => (error as Refused).problem ?? (error as Error).message);
    expect(await problemOf(split(key, [foreign.thread]))).toMatchObject({ kind: 'InvalidInput', fields: [{ field: 'threadIds', code: 'unknown' }] });
    expect(await problemOf(split(key, [], { basedOn: 99 }))).toMatchObject({ kind: 'Conflict' });
    expect(await problemOf(split(key, [], { actor: (await world.members(1))[0]! }))).toMatchObject({ reason: 'staff-only' });
  });

  it('knows which say something alike, as long as everyone reads them, and compares nothing twice', async () => {
    await world.db.query('delete from knowledge_entry');
    const [night, storm, bill] = [await promoted('Router restarts in the night'), await promoted('Router restarts in a thunderstorm'), await promoted('The bill has a wrong sum')];
    const related = async (key: string) => (await world.get(EntryReader).related(key)).map((entry) => entry.key);
    await world.db.query(`update knowledge_entry set source = 'x', html = '<p>Because.</p>'`);
    const relating = world.get(RelatingService);
    expect([await relating.relate(), await relating.relate()]).toEqual([true, false]);
    expect([await related(night.key), await related(storm.key), await related(bill.key)]).toEqual([[storm.key], [night.key], []]);
    await world.get(EntryService).archive(staff, { entryId: id(storm.key) });
    expect(await related(night.key)).toEqual([]);
    await world.get(EntryService).publish(staff, { entryId: id(storm.key) });
    expect(await related(night.key)).toEqual([storm.key]);
    await world.db.query(`update knowledge_entry set title = 'How to send parcels', changed_at = now() where id = $1`, [storm.key]);
    await Promise.all([relating.relate(), relating.relate()]);
    expect(await related(night.key)).toEqual([]);
  });
});
