import { encodeId } from '#platform/database';
import { forum, type Forum } from '../forum.fixture.js';
import { FOLLOWED_MOST, FollowService } from './follow.service.js';
import { type About, FollowersReader } from './followers.reader.js';
import { FollowKind } from './follow.type.js';

describe('following', () => {
  let f: Forum;
  let following: FollowService;
  beforeAll(async () => {
    f = await forum();
    following = f.test.context.get(FollowService, { strict: false });
  });
  afterAll(() => f.close());

  const rows = (thread: string) => f.db.query('select member_id, following from subscription where kind = $1 and target_id = $2 order by member_id', ['thread', thread]);
  const follows = (actor: Parameters<FollowService['follow']>[0], targetId: string, wish = true) => following.follow(actor, { targetId, following: wish });
  const told = async (about: Omit<About, 'actorKey'> & { actorKey?: string | null }) => {
    const all = [];
    for await (const batch of f.test.context.get(FollowersReader, { strict: false }).followersOf({ actorKey: null, ...about })) all.push(...batch);
    return all;
  };

  it('leaves one row, however many ask at once', async () => {
    const [asker, reader] = await f.members(2);
    const thread = await f.as(asker!).asks();
    await Promise.all(Array.from({ length: 20 }, (_, i) => follows(reader!, encodeId('thread', thread), i % 2 === 0)));
    await Promise.all(Array.from({ length: 20 }, () => follows(reader!, encodeId('thread', thread))));
    expect(await rows(thread)).toEqual([{ member_id: asker!.id, following: true }, { member_id: reader!.id, following: true }]);
  });

  it('waits for a merge that is under way, and follows no signpost', async () => {
    const [asker, reader] = await f.members(2);
    const [source, target] = [await f.as(asker!).asks(), await f.as(asker!).asks()];
    let locked = () => {};
    let letGo = () => {};
    const [isLocked, mayEnd] = [new Promise<void>((resolve) => (locked = resolve)), new Promise<void>((resolve) => (letGo = resolve))];
    const merging = f.db.transaction(async () => {
      await f.db.query('select from thread where id = $1 for no key update', [source]);
      locked();
      await mayEnd;
      await f.db.query(`update thread set state = 'merged', merged_into = $2 where id = $1`, [source, target]);
    });
    await isLocked;
    const followed = follows(reader!, encodeId('thread', source)).then(() => 'followed', () => 'refused');
    const waits = async () => {
      while ((await f.db.query('select from pg_locks where not granted')).length === 0) await new Promise((later) => setTimeout(later, 20));
    };
    await Promise.race([followed, waits()]);
    letGo();
    await merging;
    expect([await followed, (await rows(source)).filter(({ member_id }) => member_id === reader!.id)]).toEqual(['refused', []]);
  });

  it('follows a thread for whoever writes in it, and never again for whoever left it', async () => {
    const [asker, answerer, commenter] = await f.members(3);
    const thread = await f.as(asker!).asks();
    const answer = await f.as(answerer!).answers(thread);
    await f.as(commenter!).comments(answer);
    expect(await rows(thread)).toHaveLength(3);
    await follows(commenter!, encodeId('thread', thread), false);
    await f.as(commenter!).comments(answer);
    expect(await rows(thread)).toContainEqual({ member_id: commenter!.id, following: false });
  });

  it('takes as many as the limit says, also when the last places are asked for at once', async () => {
    const [asker, reader] = await f.members(2);
    const threads = await Promise.all(Array.from({ length: 6 }, () => f.as(asker!).asks()));
    await f.db.query(`insert into subscription (member_id, kind, target_id, following) select $1, 'tag', 1000000 + n, true from generate_series(1, $2::int) n`, [reader!.id, FOLLOWED_MOST - 3]);
    const outcomes = await Promise.allSettled(threads.map((thread) => follows(reader!, encodeId('thread', thread))));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
    const refused = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason as unknown] : []));
    for (const reason of refused) expect(reason).toMatchObject({ problem: { fields: [{ code: 'too-many', limit: FOLLOWED_MOST }] } });
    await f.as(reader!).answers(threads[5]!); // writing is not refused for it
    expect(await f.db.query('select from subscription where member_id = $1 and following', [reader!.id])).toHaveLength(FOLLOWED_MOST);
  });

  it('tells each follower once, by whatever they follow, and nobody who left the thread, who acted, or where it is hidden', async () => {
    const [asker, byAll, byAbove, byTag, left] = await f.members(5);
    await f.tag('radio');
    const [tag] = await f.db.query<{ id: string }>(`select id from tag where name = 'radio'`) as [{ id: string }];
    const above = await f.category('Devices');
    const below = await f.category('Radios');
    await f.db.query('update category set parent_id = $1 where id = $2', [above.slice(4), below.slice(4)]);
    for (const target of [below, above, encodeId('tag', tag.id), encodeId('member', asker!.id!)]) await follows(byAll!, target);
    await follows(byAbove!, above);
    for (const one of [byTag!, left!]) await follows(one, encodeId('tag', tag.id));
    const thread = await f.as(asker!).asks('Which radio for a cellar?', { categoryId: below, tags: ['radio'] });
    await follows(left!, encodeId('thread', thread), false);
    const about = { threadKey: thread, actorKey: asker!.id, kinds: Object.values(FollowKind) };
    const all = await told(about);
    expect(Object.fromEntries(all.map(({ memberId, kinds }) => [memberId, kinds.sort()]))).toEqual({
      [byAll!.id!]: ['category', 'member', 'tag'],
      [byAbove!.id!]: ['category'],
      [byTag!.id!]: ['tag'],
    });
    expect(all).toHaveLength(3);
    expect(await told({ threadKey: thread, kinds: [FollowKind.thread] })).toEqual([{ memberId: asker!.id, kinds: ['thread'] }]);
    await f.db.query(`update thread set state = 'hidden' where id = $1`, [thread]);
    expect(await told(about)).toEqual([]);
  });

  it('tells thousands in batches, each once', async () => {
    const asker = await f.member();
    const thread = await f.as(asker).asks();
    await f.db.query(
      `with made as (insert into member (name, name_key) select 'Reader ' || n, 'reader ' || n from generate_series(1, 1200) n returning id)
       insert into subscription (member_id, kind, target_id, following) select id, 'thread', $1, true from made`,
      [thread],
    );
    const followers = await told({ threadKey: thread, actorKey: asker.id, kinds: [FollowKind.thread] });
    expect(new Set(followers.map(({ memberId }) => memberId)).size).toBe(1200);
    expect(followers).toHaveLength(1200);
  });

  it('refuses what is not there, what one may not see, and oneself', async () => {
    const [asker, reader] = await f.members(2);
    const thread = await f.as(asker!).asks();
    await f.db.query(`update thread set state = 'hidden' where id = $1`, [thread]);
    for (const target of [encodeId('thread', thread), 'cat_999999', 'pst_1', 'nonsense', '']) await expect(follows(reader!, target)).rejects.toThrow('Not found');
    await expect(follows(reader!, encodeId('member', reader!.id!))).rejects.toMatchObject({ problem: { reason: 'own-self' } });
  });
});
