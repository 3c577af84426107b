import { Actor } from '#platform/access';
import { encodeId } from '#platform/database';
import { again, Refused } from '#platform/graphql';
import { EntryMergingService } from '../entries/entry-merging.service.js';
import { EntryService } from '../entries/entry.service.js';
import { EntryKind } from '../entries/entry.sets.js';
import { PromotingService } from '../entries/promoting.service.js';
import { EntrySourceReader } from '../indexing/entry-source.reader.js';
import { type People, people } from '../people.fixture.js';
import { DeflectionReader } from './deflection.reader.js';
import { DeflectionService } from './deflection.service.js';
import { HelpedTeller } from './helped.teller.js';

const PAGE = { limit: 10, backwards: false, from: null };

describe('an entry that somebody opened while they were about to ask', () => {
  let world: People;
  let staff: Actor;
  let networks = 0;
  beforeAll(async () => {
    world = await people();
    staff = await world.member('staff');
  });
  afterAll(() => world.close());

  const guest = () => Actor.guest('en').from(`10.3.0.${(networks += 1)}`);
  const id = (key: string) => encodeId('entry', key);
  const published = async () => {
    const [asker, helper] = await world.members(2);
    const thread = await world.as(asker!).asks();
    const post = await world.as(helper!).answers(thread);
    await world.as(asker!).accepts(post);
    const key = await again(() => world.get(PromotingService).promote(staff, EntryKind.faq, encodeId('post', post)));
    await world.get(EntryService).publish(staff, { entryId: id(key) });
    return { key, post, helper: helper!, thread };
  };
  const solved = (actor: Actor, key: string, asked = 'router dead') => again(() => world.get(DeflectionService).solved(actor, { entryId: id(key), asked }));
  const helpful = async (key: string) => (await world.db.one<{ helpful: number }>('select helpful from knowledge_entry where id = $1', [key]))!.helpful;
  const marks = async (key: string) => (await world.db.query('delete from search_mark where entry_id = $1 returning id', [key])).length;
  const wordings = async (key: string) => (await new EntrySourceReader(world.db).byKeys([key]))[0]!.asked;

  it('counts once who says that it helped, says so of the entry, and tells the author of its answer', async () => {
    const { key, post, helper } = await published();
    const [actor, visitor] = [await world.member(), guest()];
    for (const who of [actor, visitor]) await Promise.all([1, 2, 3].map(() => solved(who, key)));
    expect([await helpful(key), await world.db.query('select outcome, post_id from deflection where entry_id = $1', [key])]).toEqual([2, [1, 2].map(() => ({ outcome: 'confirmed', post_id: post }))]);
    expect(await solved(helper, key).catch((error: unknown) => (error as Refused).problem)).toMatchObject({ reason: 'own-answer' });
    await world.get(HelpedTeller).tell();
    expect(await world.db.query(`select subject->>'times' as times from event where kind = 'AnswerHelped' and subject->>'postId' = $1`, [post])).toEqual([{ times: '2' }]);
  });

  it('is found by the words of those whom it helped, until they are struck', async () => {
    const { key } = await published();
    await marks(key);
    await solved(await world.member('customer', 1), key, 'Modem whistles');
    await solved(guest(), key, 'lamp is blue');
    expect([await marks(key) > 0, await wordings(key)]).toEqual([true, ['modem whistles']]); // of strangers three say the same
    const { nodes } = await world.get(DeflectionReader).askedAs(staff, { entryKey: key }, null, PAGE);
    expect(nodes.map(({ words, entry, thread }) => [words, entry?.key, thread])).toEqual([['lamp is blue', key, null], ['Modem whistles', key, null]]);
    for (let twice = 0; twice < 2; twice += 1) await world.get(DeflectionService).strike(nodes[1]!.id);
    expect([await marks(key) > 0, await wordings(key), await helpful(key)]).toEqual([true, [], 2]);
  });

  it('goes along when entries are merged, each person once', async () => {
    const [goes, stays] = [await published(), await published()];
    const both = await world.member();
    for (const { key } of [goes, stays]) await solved(both, key);
    await solved(guest(), goes.key);
    await world.get(EntryMergingService).merge(staff, { entryId: id(goes.key), intoId: id(stays.key) });
    expect(await world.db.query('select entry_id, count(*)::int as count from deflection where entry_id = any($1) group by entry_id', [[goes.key, stays.key]])).toEqual([{ entry_id: stays.key, count: 2 }]);
    expect(await helpful(stays.key)).toBe(2);
  });

  it('is counted beside threads, page after page', async () => {
    await world.db.query('delete from deflection');
    const [one, other] = [await published(), await published()];
    for (const actor of [guest(), guest()]) await solved(actor, one.key);
    await again(() => world.get(DeflectionService).solved(guest(), { threadId: encodeId('thread', other.thread) }));
    const [from, to] = [new Date(Date.now() - 3_600_000), new Date(Date.now() + 3_600_000)];
    const first = await world.get(DeflectionReader).within(staff, from, to, { ...PAGE, limit: 1 });
    expect(first).toMatchObject({ confirmed: 3, nodes: [{ key: one.key, confirmed: 2, entry: { key: one.key }, thread: null }], pageInfo: { hasNextPage: true } });
    const next = await world.get(DeflectionReader).within(staff, from, to, { ...PAGE, from: ['2', '1', one.key] });
    expect(next.nodes).toMatchObject([{ key: other.thread, confirmed: 1, entry: null, thread: { key: other.thread } }]);
  });

  it('is exactly one', async () => {
    const { key, thread } = await published();
    for (const which of [{}, { entryId: id(key), threadId: encodeId('thread', thread) }]) {
      expect(await world.get(DeflectionService).opened(guest(), which).catch((error: unknown) => (error as Refused).problem)).toMatchObject({ kind: 'InvalidInput' });
    }
  });
});
