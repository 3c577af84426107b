import { DataSource } from 'typeorm';
import { ReadingCollector } from '#forum';
import { countStatements } from '#platform/testing';
import { type Person, type RunningApp, runningApp } from '../support/running-app.js';
import { acts } from './acts.js';

const QUESTION = { title: 'Why does the router restart every night?', body: 'Since the update it restarts at two.' };

describe('following and bookmarks over GraphQL', () => {
  let app: RunningApp;
  let admin: Person, mina: Person, ada: Person;
  let categoryId: string;
  beforeAll(async () => {
    app = await runningApp({ trustProxy: 1, roles: ['api'] });
    [admin, mina, ada] = [await app.person('Root', 'admin'), await app.person('Mina'), await app.person('Ada')];
    categoryId = (await acts(admin).createCategory('Router')).category!.id;
    await acts(admin).createTag('firmware');
  });
  afterAll(() => app.close());

  const follow = async (person: Person, targetId: string, following = true) =>
    (await person.ask<{ follow: { problem: object | null; target: object | null } }>(
      `mutation($input: FollowInput!) { follow(input: $input) { problem { code ... on NotAllowed { reason } } target { __typename
         ... on Thread { viewer { following } } ... on Category { viewer { following } } ... on Tag { viewer { following } } ... on Member { viewer { following } } } } }`,
      { input: { targetId, following } },
    )).follow;
  const followed = async (kind: string, args = 'first: 2') =>
    (await mina.ask<{ followed: { nodes: { id: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } }>(
      `{ followed(kind: ${kind}, ${args}) { nodes { ... on Thread { id } ... on Category { id } ... on Tag { id } ... on Member { id } } pageInfo { hasNextPage endCursor } } }`,
    )).followed;

  it('follows each kind, says so, lists it, and leaves it again', async () => {
    const { tags } = await mina.ask<{ tags: { id: string }[] }>('{ tags(first: 1) { id } }');
    const targets = { category: categoryId, tag: tags[0]!.id, member: ada.memberId };
    for (const [kind, id] of Object.entries(targets)) {
      expect(await follow(mina, id)).toEqual({ problem: null, target: { __typename: expect.any(String), viewer: { following: true } } });
      expect((await followed(kind)).nodes).toEqual([{ id }]);
      expect(await follow(mina, id, false)).toMatchObject({ target: { viewer: { following: false } } });
      expect((await followed(kind)).nodes).toEqual([]);
    }
    expect(await follow(mina, mina.memberId)).toMatchObject({ problem: { reason: 'own-self' } });
    expect((await app.guest.raw('{ followed(kind: tag, first: 1) { nodes { __typename } } }')).body.errors![0]!.extensions.code).toBe('UNAUTHENTICATED');
  });

  it('lists followed threads by their latest activity, page by page, in a number of statements that does not grow', async () => {
    const ids: string[] = [];
    for (let i = 0; i < 5; i += 1) ids.push((await acts(ada).ask({ ...QUESTION, categoryId })).thread!.id);
    for (const id of ids) await follow(mina, id);
    await acts(ada).answer(ids[0]!, 'A later word on the first.');
    const order = [ids[0], ids[4], ids[3], ids[2], ids[1]];
    const walked: string[] = [];
    for (let page = await followed('thread'); ; page = await followed('thread', `first: 2, after: "${page.pageInfo.endCursor}"`)) {
      walked.push(...page.nodes.map(({ id }) => id));
      if (!page.pageInfo.hasNextPage) break;
    }
    expect(walked).toEqual(order);
    expect((await followed('thread', 'last: 2')).nodes.map(({ id }) => id)).toEqual(order.slice(3));
    const cost = async (first: number) =>
      (await countStatements(app.app.get(DataSource), () => mina.ask(`{ followed(kind: thread, first: ${first}) { nodes { ... on Thread { title viewer { following } } } } }`))).length;
    expect(await cost(5)).toBe(await cost(1));
  });

  it('keeps posts, lists those one sees, the latest kept first', async () => {
    const { thread } = await acts(ada).ask({ ...QUESTION, categoryId });
    const posts: string[] = [];
    for (let i = 0; i < 3; i += 1) posts.push((await acts(ada).answer(thread!.id, `Answer number ${i}`)).post!.id);
    const keep = async (postId: string, bookmarked = true) =>
      (await mina.ask<{ bookmark: object }>(`mutation($input: BookmarkInput!) { bookmark(input: $input) { problem { code } post { viewer { bookmarked } } } }`, { input: { postId, bookmarked } })).bookmark;
    for (const post of posts) expect(await keep(post)).toEqual({ problem: null, post: { viewer: { bookmarked: true } } });
    const listed = async (args: string) => (await mina.ask<{ bookmarks: { nodes: { id: string }[]; pageInfo: { endCursor: string } } }>(`{ bookmarks(${args}) { nodes { id } pageInfo { endCursor } } }`)).bookmarks;
    const first = await listed('first: 2');
    expect(first.nodes.map(({ id }) => id)).toEqual([posts[2], posts[1]]);
    expect((await listed(`first: 2, after: "${first.pageInfo.endCursor}"`)).nodes.map(({ id }) => id)).toEqual([posts[0]]);
    await app.db.query(`update post set state = 'hidden' where id = $1`, [posts[2]!.slice(4)]);
    expect((await listed('first: 5')).nodes.map(({ id }) => id)).toEqual([posts[1], posts[0]]);
    expect(await keep(posts[1]!, false)).toMatchObject({ post: { viewer: { bookmarked: false } } });
    expect((await listed('first: 5')).nodes.map(({ id }) => id)).toEqual([posts[0]]);
  });

  it('has read what it was told of a thread that it says it has read', async () => {
    const { thread } = await acts(mina).ask({ ...QUESTION, categoryId });
    const { post } = await acts(ada).answer(thread!.id, 'Switch the energy saving off.');
    await app.db.query(`insert into notification (recipient_id, event_id, kind, thread_id, post_id) values ($1, 1, 'answer', $2, $3)`, [mina.memberId.slice(4), thread!.id.slice(4), post!.id.slice(4)]);
    const unread = async () => (await mina.ask<{ unreadNotifications: number }>('{ unreadNotifications }')).unreadNotifications;
    expect(await unread()).toBe(1);
    await mina.ask('mutation($input: MarkReadInput!) { markRead(input: $input) { problem { code } } }', { input: { postId: post!.id } });
    expect(await unread()).toBe(0);
    await app.app.get(ReadingCollector, { strict: false }).flush();
    expect(await app.db.query('select from notification where read_at is null')).toEqual([]);
  });
});
