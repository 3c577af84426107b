import type { Actor } from '#platform/access';
import { encodeId } from '#platform/database';
import { type People, people } from '../people.fixture.js';
import { EntryReader } from '../entries/entry.reader.js';
import { EntryService } from '../entries/entry.service.js';
import { EntryKind } from '../entries/entry.sets.js';
import { SourceVersions } from '../entries/source.versions.js';
import type { KnowledgeEntry } from '../entries/entry.type.js';
import { GapReader } from '../gaps/gap.reader.js';
import { GapService } from '../gaps/gap.service.js';
import { ProposingService } from './proposing.service.js';

const PAGE = { limit: 50, backwards: false, from: null };
const SAME = ['Why does the router restart every night?', 'Router restarts at night by itself', 'My router restarts every night at two', 'At night the router restarts'];
const OTHERS = ['How do I transfer my eSIM to a new phone?', 'What does roaming in Switzerland cost?', 'Where is the bill of last month?', 'Can I keep my landline number when moving?'];

describe('the FAQ that writes itself', () => {
  let world: People;
  let staff: Actor;
  let threads: string[];
  let answer: string;
  const drafts = async () => (await world.get(EntryReader).waiting(staff, null, PAGE)).nodes;
  const propose = () => world.get(ProposingService).propose();
  const one = async (): Promise<KnowledgeEntry> => {
    const found = await drafts();
    expect(found).toHaveLength(1);
    return found[0]!;
  };
  const asks = async (title: string) => world.as((await world.members(1))[0]!).asks(title);

  beforeEach(async () => {
    world = await people();
    staff = await world.member('staff');
    threads = [];
    for (const title of SAME) threads.push(await asks(title));
    for (const title of OTHERS) await asks(title);
    const [helper, sufferer] = await world.members(2);
    answer = await world.as(helper!).answers(threads[0]!, 'Hello,\n\nswitch the energy saving off.\n\nRegards, Ben');
    await world.as(staff).marksOfficial(answer);
    await world.as(sufferer!).hasItToo(threads[1]!);
    await world.db.query(`insert into deflection (thread_id, visitor, day, outcome, asked) values ($1, 'v1', current_date, 'confirmed', 'router restarts'), ($1, 'v2', current_date, 'likely', null)`, [threads[0]]);
    await world.db.query(`insert into search_gap (stems, words, language, searches) values ('night restart router', 'router restarts every night', 'en', 5)`);
  });
  afterEach(() => world.close());

  it('proposes what many ask and somebody has answered, with its source and why', async () => {
    expect(await propose()).toBe(1);
    const entry = await one();
    expect(entry).toMatchObject({ kind: 'faq', state: 'draft', isPublic: false, source: 'Switch the energy saving off.', language: 'en', ownerId: null, proposed: { asked: 12, people: 8, saved: 1, votes: 0 } });
    expect(SAME).toContain(entry.title);
    expect((await world.get(EntryReader).sources([entry.key])).get(entry.key)).toEqual([{ postKey: answer, threadKey: threads[0] }]);
    expect((await world.get(EntryReader).questions([entry.key])).get(entry.key)!.toSorted()).toEqual(threads.toSorted());
  });

  it('puts an answer together from the official and the accepted one, and keeps up with either', async () => {
    const accepted = await world.as((await world.members(1))[0]!).answers(threads[0]!, 'Until the update arrives, pull the plug of the telephone base station in the hall.');
    await world.as(staff).accepts(accepted);
    await propose();
    const entry = await one();
    expect(entry.source).toBe('Switch the energy saving off.\n\nUntil the update arrives, pull the plug of the telephone base station in the hall.');
    expect((await world.get(EntryReader).sources([entry.key])).get(entry.key)!.map(({ postKey }) => postKey)).toEqual([answer, accepted]);
    await world.get(EntryService).publish(staff, { entryId: encodeId('entry', entry.key) });
    await world.as(staff).edits(accepted, 'Until the update arrives, pull the plug of the telephone base station in the cellar.');
    const update = await world.get(SourceVersions).update({ key: entry.key, text: entry.source, language: 'en' });
    expect(update).toEqual({ text: 'Switch the energy saving off.\n\nUntil the update arrives, pull the plug of the telephone base station in the cellar.', conflicts: [] });
  });

  it('proposes it once; a question that is asked later joins, and what it says is kept', async () => {
    await propose();
    const { key } = await one();
    expect(await propose()).toBe(0);
    await world.get(EntryService).edit(staff, { entryId: encodeId('entry', key), text: 'Energy saving has to be off.' });
    await world.get(EntryService).publish(staff, { entryId: encodeId('entry', key) });
    const later = await asks('The router restarts every night again');
    expect(await propose()).toBe(0);
    expect((await world.get(EntryReader).questions([key])).get(key)).toContain(later);
    expect((await world.get(EntryReader).byIds(staff, [key])).get(key)).toMatchObject({ state: 'published', source: 'Energy saving has to be off.' });
    expect((await world.get(EntryReader).ofThreads(staff, [later])).get(later)!.map((entry) => entry.key)).toEqual([key]);
  });

  it('proposes what was rejected only when it is asked twice as often and has another answer', async () => {
    await propose();
    const { key } = await one();
    await world.get(EntryService).reject(staff, { entryId: encodeId('entry', key), reason: 'Too special.' });
    expect(await propose()).toBe(0);
    for (let n = 0; n < 14; n += 1) await world.as((await world.members(1))[0]!).hasItToo(threads[1]!);
    expect(await propose()).toBe(0); // the same answer
    await world.as(staff).marksOfficial(answer, false);
    const other = await world.as((await world.members(1))[0]!).answers(threads[1]!, 'Install the new firmware.');
    await world.as(staff).marksOfficial(other);
    expect(await propose()).toBe(1);
    expect(await one()).toMatchObject({ source: 'Install the new firmware.' });
  });

  it('proposes nothing that nobody has answered, or that was asked once', async () => {
    await world.as(staff).marksOfficial(answer, false);
    const alone = await asks('Does the aardvark sing opera at dawn?');
    const only = await world.as((await world.members(1))[0]!).answers(alone, 'It does not sing at all.');
    await world.as(staff).marksOfficial(only);
    expect(await propose()).toBe(0);
    expect(await drafts()).toEqual([]);
  });

  it('buries nobody: twenty wait at most', async () => {
    await world.db.query(`insert into knowledge_entry (kind, title, slug, source, html, renderer, category_id, language, proposal) select 'faq', 'Question ' || n, 'q', 'A text.', '', 0, 1, 'en', '{"asked": 3}' from generate_series(1, 20) n`);
    expect(await propose()).toBe(0);
  });

  it('gathers what nobody answers into gaps, which keep their number, are settled, and come back with the next who has it', async () => {
    const missed: string[] = [];
    for (const title of ['Why does the doorbell ring silently?', 'The doorbell rings silently', 'My doorbell rings silently, why?']) missed.push(await asks(title));
    const [one, two, three] = missed as [string, string, string];
    await world.as((await world.members(1))[0]!).hasItToo(two);
    await world.db.query(`update thread set created_at = now() - interval '2 days' where id = any($1)`, [missed]);
    await world.db.query(`insert into search_gap (stems, words, language, searches) values ('doorbel ring silent', 'doorbell rings silently', 'en', 4), ('aardvark sing', 'Aardvarks sing', 'en', 1)`);
    const gaps = async () => (await world.get(GapReader).list(staff, PAGE)).nodes.filter(({ words }) => !words.includes('outer'));
    expect((await gaps()).map(({ words, people }) => [words, people])).toEqual([['doorbell rings silently', 0], ['Aardvarks sing', 0]]);

    await propose();
    const [gap, other] = await gaps();
    expect(gap).toMatchObject({ words: 'The doorbell rings silently', people: 4, searches: 4, questions: [{ key: two }, { key: one }, { key: three }] });
    expect([other!.words, other!.questions, await world.get(GapReader).count()]).toEqual(['Aardvarks sing', [], 2 + (await world.get(GapReader).list(staff, PAGE)).nodes.filter(({ words }) => words.includes('outer')).length]);
    await propose();
    expect((await gaps())[0]!.id).toBe(gap!.id);

    const answered = await world.as((await world.members(1))[0]!).answers(three, 'Charge its battery.');
    await world.as(staff).marksOfficial(answered);
    expect((await gaps())[0]).toMatchObject({ people: 3, questions: [{ key: two }, { key: one }] });
    for (let twice = 0; twice < 2; twice += 1) await world.get(GapService).close(gap!.id);
    expect((await gaps()).map(({ words }) => words)).toEqual(['Aardvarks sing']);
    await world.as((await world.members(1))[0]!).hasItToo(one);
    expect((await gaps())[0]).toMatchObject({ id: gap!.id, people: 2, searches: 0, questions: [{ key: one }] });
    const article = { kind: EntryKind.article, title: 'The silent doorbell', text: 'Charge it.', categoryId: world.categoryId, language: 'en' as const, threadIds: [encodeId('thread', one), 'thr_999999999'] };
    const written = await world.get(EntryService).write(staff, article);
    expect((await gaps())[0]).toMatchObject({ id: gap!.id }); // a draft answers nobody
    await world.get(EntryService).publish(staff, { entryId: encodeId('entry', written) });
    expect((await gaps()).map(({ words }) => words)).toEqual(['Aardvarks sing']);
    expect((await world.get(EntryReader).questions([written])).get(written)).toEqual([one]);
  });

  it('proposes what a former community voted for, with the answer that several say helps', async () => {
    const [voted, other] = [await asks('How is the doorbell charged?'), await asks('Can the doorbell sing?')];
    const helper = (await world.members(1))[0]!;
    const [good, fair] = [await world.as(helper).answers(voted, 'By its cable.'), await world.as(helper).answers(other, 'It can.')];
    await world.db.query('update post set imported_up = 4 where id = any($1)', [[await world.opening(voted), await world.opening(other)]]);
    await world.db.query('update post set imported_up = case when id = $1 then 3 else 2 end where id in ($1, $2)', [good, fair]);
    expect(await propose()).toBe(2); // and the router
    const entry = (await drafts()).find(({ title }) => title.includes('doorbell'))!;
    expect(BigInt(entry.key) > BigInt((await drafts()).find(({ title }) => !title.includes('doorbell'))!.key)).toBe(true); // what was chosen comes first
    expect(entry).toMatchObject({ title: 'How is the doorbell charged?', source: 'By its cable.', proposed: { asked: 1, people: 1, votes: 4 } });
    expect((await world.get(EntryReader).sources([entry.key])).get(entry.key)).toEqual([{ postKey: good, threadKey: voted }]);
  });
});
