import { forum, type Forum } from '../forum.fixture.js';
import { ReadingCollector } from './reading.collector.js';
import { ReadingReader } from './reading.reader.js';

describe('reading', () => {
  let f: Forum;
  let collector: ReadingCollector;
  let reader: ReadingReader;
  beforeAll(async () => {
    f = await forum();
    collector = f.test.context.get(ReadingCollector, { strict: false });
    reader = f.test.context.get(ReadingReader, { strict: false });
  });
  afterAll(() => f.close());

  it('counts what others wrote since the last visit, and knows the first of it', async () => {
    const [asker, helper, stranger] = await f.members(3);
    const thread = await f.as(asker!).asks();
    const standing = async (actor = asker!) => (await reader.standings(actor, [thread])).get(thread)!;
    expect(await standing()).toMatchObject({ unread: 0, isNew: false, firstUnreadKey: null });
    const first = await f.as(helper!).answers(thread);
    await f.as(asker!).comments(first);
    const comment = await f.as(helper!).comments(first);
    expect(await standing()).toMatchObject({ unread: 2, firstUnreadKey: first, firstUnreadUnderKey: null, newestKey: comment });
    expect(await standing(stranger)).toMatchObject({ unread: 0, isNew: false });
    collector.read({ memberKey: asker!.id!, threadKey: thread, postKey: first });
    await collector.flush();
    expect(await standing()).toMatchObject({ unread: 1, firstUnreadKey: comment, firstUnreadUnderKey: first });
    await f.db.query(`update post set state = 'hidden' where id = $1`, [first]);
    expect(await standing()).toMatchObject({ unread: 0, firstUnreadKey: null });
  });

  it('never goes back, whichever flush comes last, and survives what went meanwhile', async () => {
    const [asker, helper] = await f.members(2);
    const thread = await f.as(asker!).asks();
    const posts: string[] = [];
    for (let i = 0; i < 5; i += 1) posts.push(await f.as(helper!).answers(thread));
    const other = new ReadingCollector(f.db); // another process
    for (const [one, post] of [[collector, 4], [other, 1], [collector, 2]] as const) one.read({ memberKey: asker!.id!, threadKey: thread, postKey: posts[post]! });
    collector.read({ memberKey: '999999', threadKey: thread, postKey: posts[0]! });
    collector.read({ memberKey: asker!.id!, threadKey: '999999', postKey: posts[0]! });
    await Promise.all([collector.flush(), other.flush()]);
    expect(await f.db.query('select last_post_id from read_state where thread_id = $1', [thread])).toEqual([{ last_post_id: posts[4] }]);
  });

  it('counts every view once, in as few statements as there are flushes', async () => {
    const asker = await f.member();
    const [one, two] = [await f.as(asker).asks(), await f.as(asker).asks()];
    const other = new ReadingCollector(f.db);
    for (let i = 0; i < 30; i += 1) {
      collector.viewed(one);
      other.viewed(one);
      other.viewed(two);
    }
    await Promise.all([collector.flush(), other.flush()]);
    expect([(await f.thread(one))['view_count'], (await f.thread(two))['view_count']]).toEqual(['60', '30']);
    await collector.flush();
    expect((await f.thread(one))['view_count']).toBe('60');
  });
});
