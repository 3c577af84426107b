import { type Person, type RunningApp, runningApp } from '../support/running-app.js';
import { acts } from './acts.js';

describe('keeping order over GraphQL', () => {
  let app: RunningApp;
  let mina: Person, ada: Person, keeper: Person;
  let categoryId: string;

  beforeAll(async () => {
    app = await runningApp({ trustProxy: 1, roles: ['api'] });
    const admin = await app.person('Root', 'admin');
    [mina, ada, keeper] = [await app.person('Mina'), await app.person('Ada'), await app.person('Kim Keeper', 'super_user')];
    categoryId = (await acts(admin).createCategory('Router')).category!.id;
  });
  afterAll(() => app.close());

  const asked = async (body = 'It restarts every night at two.') => (await acts(mina).ask({ title: 'Why does the router restart?', body, categoryId })).thread!;
  const run = async (person: Person, field: string, type: string, input: object) =>
    (await person.ask<Record<string, { problem: Record<string, unknown> | null }>>(
      `mutation($input: ${type}!) { ${field}(input: $input) { problem { code message ... on NotAllowed { reason needs } ... on InvalidInput { fields { field code } } } } }`, { input },
    ))[field]!.problem;
  const postOf = async (person: Person, id: string) => (await person.ask<{ post: Record<string, never> | null }>(
    `query($id: ID!) { post(id: $id) { state version editedAt alsoSolvedCount viewer { canEdit { allowed reason } canDelete { allowed reason } canRestore { allowed reason }
       canAccept { allowed reason } canMarkOfficial { allowed reason } canSayAlsoSolved { allowed reason } saidAlsoSolved deletedIt } } }`, { id },
  )).post;

  it('edits with a history that shows each word that came and went', async () => {
    const thread = await asked();
    const { post } = await acts(ada).answer(thread.id, 'Switch the lamp off.');
    expect(await run(keeper, 'editPost', 'EditPostInput', { postId: post!.id, basedOn: 0, body: 'Switch the router off.', reason: 'It is not the lamp' })).toBeNull();
    expect(await run(keeper, 'editPost', 'EditPostInput', { postId: post!.id, basedOn: 1, body: 'Switch the router off and on.' })).toBeNull();
    expect(await run(ada, 'editPost', 'EditPostInput', { postId: post!.id, basedOn: 0, body: 'Pull the plug out.' })).toMatchObject({ code: 'Conflict' });
    const page = async (args: string) => (await app.guest.ask<{ post: { revisions: { nodes: object[]; pageInfo: { endCursor: string; hasNextPage: boolean } } } }>(
      `query($id: ID!) { post(id: $id) { revisions(${args}) { nodes { number reason editor { name } titleChanges { text } tagsAdded changes { kind text } } pageInfo { endCursor hasNextPage } } } }`, { id: post!.id },
    )).post.revisions;
    const latest = await page('first: 1');
    expect(latest.nodes).toEqual([{
      number: 2, reason: null, editor: { name: 'Kim Keeper' }, titleChanges: null, tagsAdded: [],
      changes: [{ kind: 'same', text: 'Switch the router off' }, { kind: 'added', text: ' and on' }, { kind: 'same', text: '.' }],
    }]);
    const first = await page(`first: 1, after: "${latest.pageInfo.endCursor}"`);
    expect(first.nodes).toMatchObject([{ number: 1, reason: 'It is not the lamp', changes: [{ kind: 'same' }, { kind: 'removed', text: 'lamp' }, { kind: 'added', text: 'router' }, { kind: 'same' }] }]);
    const { body } = await app.guest.raw(`query($id: ID!) { post(id: $id) { revisions(first: 100) { nodes { changes { text } } } } }`, { id: post!.id });
    expect(body.errors?.[0]!.message).toMatch(/too much/);
  });

  it('says beforehand what may be done, by the rule that refuses afterwards', async () => {
    const thread = await asked();
    const opening = (await app.guest.ask<{ thread: { opening: { id: string } } }>('query($id: ID!) { thread(id: $id) { opening { id } } }', { id: thread.id })).thread.opening.id;
    const { post } = await acts(ada).answer(thread.id, 'Switch the lamp off.');
    expect((await postOf(mina, opening))!['viewer']).toMatchObject({ canAccept: { reason: 'not-an-answer' }, canMarkOfficial: { reason: 'not-an-answer' }, canEdit: { allowed: true }, canDelete: { reason: 'others-answered' }, canRestore: { reason: 'not-deleted' } });
    expect((await postOf(app.guest, post!.id))!['viewer']).toMatchObject({ canEdit: { reason: 'sign-in-needed' }, canDelete: { reason: 'sign-in-needed' } });
    expect((await postOf(keeper, post!.id))!['viewer']).toMatchObject({ canAccept: { allowed: false, reason: 'asker-may-return' }, canEdit: { allowed: true } });
    expect(await run(mina, 'alsoSolved', 'AlsoSolvedInput', { postId: post!.id, also: true })).toBeNull();
    expect(await postOf(mina, post!.id)).toMatchObject({ alsoSolvedCount: 1, viewer: { saidAlsoSolved: true } });
  });

  it('deletes, so that it looks absent to others, and restores', async () => {
    const thread = await asked();
    const { post } = await acts(ada).answer(thread.id, 'Switch the lamp off.');
    expect(await run(mina, 'deletePost', 'DeletePostInput', { postId: post!.id })).toMatchObject({ reason: 'not-the-author' });
    expect(await run(keeper, 'deletePost', 'DeletePostInput', { postId: post!.id })).toMatchObject({ fields: [{ field: 'reason', code: 'required' }] });
    expect(await run(ada, 'deletePost', 'DeletePostInput', { postId: post!.id })).toBeNull();
    expect([await postOf(app.guest, post!.id), await postOf(mina, post!.id)]).toEqual([null, null]);
    expect(await postOf(ada, post!.id)).toMatchObject({ state: 'deleted', viewer: { deletedIt: true, canRestore: { allowed: true }, canEdit: { reason: 'deleted' } } });
    expect((await acts(mina).sameProblem(thread.id)).problem).toMatchObject({ reason: 'own-question' });
    expect(await run(ada, 'restorePost', 'RestorePostInput', { postId: post!.id })).toBeNull();
    expect(await postOf(app.guest, post!.id)).toMatchObject({ state: 'visible' });
  });

  it('shows a deleted comment to whoever deleted it, also where no other is', async () => {
    const thread = await asked();
    const { post } = await acts(ada).answer(thread.id, 'Switch the lamp off.');
    const comment = (await acts(ada).comment(post!.id, 'Or rather the router.')).post!;
    expect(await run(ada, 'deletePost', 'DeletePostInput', { postId: comment.id })).toBeNull();
    const shownTo = async (person: Person) => (await person.ask<{ post: { firstComments: object[] } }>('query($id: ID!) { post(id: $id) { firstComments(first: 5) { id } } }', { id: post!.id })).post.firstComments;
    expect(await Promise.all([ada, keeper, mina, app.guest].map(shownTo))).toEqual([[{ id: comment.id }], [{ id: comment.id }], [], []]);
  });

  it('closes, reopens and moves', async () => {
    const thread = await asked();
    expect(await run(mina, 'closeThread', 'CloseThreadInput', { threadId: thread.id, reason: 'settled' })).toBeNull();
    expect((await acts(ada).answer(thread.id, 'Switch the lamp off.')).problem).toMatchObject({ reason: 'thread-closed' });
    expect(await run(ada, 'reopenThread', 'ReopenThreadInput', { threadId: thread.id })).toMatchObject({ reason: 'super-users-only' });
    expect(await run(mina, 'reopenThread', 'ReopenThreadInput', { threadId: thread.id })).toBeNull();
    expect(await run(ada, 'moveThread', 'MoveThreadInput', { threadId: thread.id, categoryId })).toMatchObject({ reason: 'super-users-only' });
    expect(await run(mina, 'moveThread', 'MoveThreadInput', { threadId: thread.id, categoryId })).toBeNull();
    expect(await run(keeper, 'moveThread', 'MoveThreadInput', { threadId: thread.id, categoryId })).toBeNull();
  });
});
