import { Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ReadingCollector } from '#forum';
import { countStatements } from '#platform/testing';
import { type Person, type RunningApp, runningApp } from '../support/running-app.js';
import { acts } from './acts.js';

const QUESTION = { title: 'Why does the router restart every night?', body: 'Since the **update** it restarts at two.' };

describe('the forum over GraphQL', () => {
  let app: RunningApp;
  let admin: Person, mina: Person, ada: Person, staff: Person;
  let categoryId: string;

  beforeAll(async () => {
    app = await runningApp({ trustProxy: 1, roles: ['api', 'web'] });
    [admin, mina, ada, staff] = [await app.person('Root', 'admin'), await app.person('Mina'), await app.person('Ada'), await app.person('Jo Staff', 'staff')];
    categoryId = (await acts(admin).createCategory('Router & DSL')).category!.id;
    await acts(admin).createTag('Firmware 7.2');
  });
  afterAll(() => app.close());

  it('asks, answers, comments, votes, accepts and marks official', async () => {
    const asked = await acts(mina).ask({ ...QUESTION, categoryId, tags: ['firmware-7.2'] });
    expect(asked.problem).toBeNull();
    expect(asked.thread!.path).toMatch(/^\/t\/\d+\/why-does-the-router-restart-every-night$/);
    const answered = await acts(ada).answer(asked.thread!.id, 'Switch the *energy saving* off.');
    expect(answered.post).toMatchObject({ html: '<p>Switch the <em>energy saving</em> off.</p>\n', source: 'Switch the *energy saving* off.' });
    const postId = answered.post!.id;
    expect((await acts(mina).comment(postId, 'Thanks!')).problem).toBeNull();
    expect((await acts(ada).sameProblem(asked.thread!.id)).thread).toMatchObject({ sameProblemCount: 1 });
    expect((await acts(ada).sameProblem(asked.thread!.id, false)).thread).toMatchObject({ sameProblemCount: 0 });
    expect((await acts(mina).sameProblem(asked.thread!.id)).problem).toMatchObject({ reason: 'own-question' });
    expect((await acts(mina).vote(postId, 'up')).post!.score).toBe(1);
    expect((await acts(ada).vote(postId, 'up')).problem).toMatchObject({ code: 'NotAllowed', reason: 'own-post' });
    expect((await acts(mina).vote(postId, 'down')).problem).toMatchObject({ reason: 'rank-too-low', needs: 1 });
    expect((await acts(ada).accept(postId)).problem).toMatchObject({ reason: 'not-the-asker' });
    expect((await acts(mina).accept(postId)).post).toMatchObject({ accepted: true });
    expect((await acts(staff).markOfficial(postId)).post).toMatchObject({ official: true });
    const { thread } = await app.guest.ask<{ thread: Record<string, unknown> }>(
      `query($id: ID!) { thread(id: $id) { title solved hasOfficial tags author { name role } category { slug }
         opening { html } acceptedAnswer { id } answers(first: 5) { nodes { accepted official score firstComments(first: 3) { source author { name } } } } } }`,
      { id: asked.thread!.id },
    );
    expect(thread).toEqual({
      title: QUESTION.title, solved: true, hasOfficial: true, tags: ['firmware-7.2'], author: { name: 'Mina', role: 'customer' }, category: { slug: 'router-dsl' },
      opening: { html: '<p>Since the <strong>update</strong> it restarts at two.</p>\n' }, acceptedAnswer: { id: postId },
      answers: { nodes: [{ accepted: true, official: true, score: 1, firstComments: [{ source: 'Thanks!', author: { name: 'Mina' } }] }] },
    });
    expect((await acts(mina).unaccept(postId)).post).toMatchObject({ accepted: false, official: true });
    expect((await acts(staff).unmarkOfficial(postId)).post).toMatchObject({ official: false });
  });

  it('says what is wrong with each field, in the language of the one who asked', async () => {
    await app.db.query(`update member set language = 'de' where name = 'Ada'`);
    const refused = await acts(ada).ask({ title: 'Zu kurz', body: '', categoryId: 'cat_999', tags: [] });
    expect(refused.thread).toBeNull();
    expect(refused.problem).toMatchObject({
      code: 'InvalidInput',
      fields: [
        { field: 'title', code: 'too-short', message: 'Bitte mindestens 8 Zeichen schreiben.' },
        { field: 'body', code: 'required', message: 'Bitte ausfüllen.' },
        { field: 'categoryId', code: 'unknown', message: 'Das gibt es nicht (mehr).' },
      ],
    });
    expect((await acts(ada).ask({ ...QUESTION, categoryId: 'cat_999' })).problem!.fields).toMatchObject([{ field: 'categoryId', code: 'unknown' }]);
    expect((await acts(ada).ask({ ...QUESTION, categoryId, tags: ['nobody-made-this'] })).problem!.fields).toMatchObject([{ field: 'tags', code: 'unknown', near: [] }]);
    expect((await acts(ada).ask({ ...QUESTION, categoryId, tags: ['Firmwar 7.2'] })).problem!.fields).toMatchObject([{ field: 'tags', code: 'unknown', near: ['firmware-7.2'] }]);
    expect((await acts(ada).ask({ ...QUESTION, title: 'A title with NUL \u0000 in it', categoryId })).problem!.fields).toMatchObject([{ field: 'title', code: 'malformed' }]);
  });

  it('does the same call sent twice once, and answers the same; another input under its name is a conflict', async () => {
    const input = { ...QUESTION, categoryId, clientMutationId: 'once-1' };
    const replies = await Promise.all(Array.from({ length: 20 }, () => acts(mina).ask(input)));
    expect(new Set(replies.map((reply) => reply.thread!.id)).size).toBe(1);
    expect((await acts(mina).ask({ ...input, title: 'Another title entirely' })).problem).toMatchObject({ code: 'Conflict' });
    // a refused call leaves its name free
    expect((await acts(mina).answer(replies[0]!.thread!.id, 'short', 'once-2')).problem).toMatchObject({ code: 'InvalidInput' });
    expect((await acts(mina).answer(replies[0]!.thread!.id, 'long enough by now', 'once-2')).problem).toBeNull();
  });

  it('pages through answers forwards and backwards: accepted, official, score, age', async () => {
    const { thread } = await acts(mina).ask({ ...QUESTION, categoryId });
    const ids: string[] = [];
    for (let i = 0; i < 7; i += 1) ids.push((await acts(ada).answer(thread!.id, `Answer number ${i}`)).post!.id);
    await acts(mina).vote(ids[3]!, 'up');
    await acts(staff).markOfficial(ids[5]!);
    await acts(mina).accept(ids[6]!);
    const order = [6, 5, 3, 0, 1, 2, 4].map((i) => ids[i]!);
    const page = async (args: string) => {
      const data = await app.guest.ask<{ thread: { answers: { nodes: { id: string }[]; pageInfo: { endCursor: string; startCursor: string; hasNextPage: boolean; hasPreviousPage: boolean } } } }>(
        `query($id: ID!) { thread(id: $id) { answers(${args}) { nodes { id } pageInfo { startCursor endCursor hasNextPage hasPreviousPage } } } }`,
        { id: thread!.id },
      );
      return { ids: data.thread.answers.nodes.map((node) => node.id), ...data.thread.answers.pageInfo };
    };
    const walked: string[] = [];
    let at = await page('first: 2');
    expect(at.hasPreviousPage).toBe(false);
    walked.push(...at.ids);
    while (at.hasNextPage) {
      at = await page(`first: 2, after: "${at.endCursor}"`);
      walked.push(...at.ids);
    }
    expect(walked).toEqual(order);
    const back: string[] = [];
    at = await page('last: 3');
    back.unshift(...at.ids);
    while (at.hasPreviousPage) {
      at = await page(`last: 3, before: "${at.startCursor}"`);
      back.unshift(...at.ids);
    }
    expect(back).toEqual(order);
    expect((await page('first: 100')).ids).toEqual(order);
  });

  it('pages through threads and filters them', async () => {
    const list = async (args: string) => {
      const data = await app.guest.ask<{ threads: { nodes: { id: string; solved: boolean; answerCount: number }[]; pageInfo: { endCursor: string; hasNextPage: boolean } } }>(
        `{ threads(${args}) { nodes { id solved answerCount } pageInfo { endCursor hasNextPage } } }`,
      );
      return data.threads;
    };
    const { thread } = await acts(mina).ask({ ...QUESTION, categoryId, tags: ['firmware-7.2'] });
    const all = (await list('first: 100')).nodes.map((node) => node.id);
    expect(all[0]).toBe(thread!.id);
    const walked: string[] = [];
    let page = await list('first: 2');
    walked.push(...page.nodes.map((node) => node.id));
    while (page.pageInfo.hasNextPage) {
      page = await list(`first: 2, after: "${page.pageInfo.endCursor}"`);
      walked.push(...page.nodes.map((node) => node.id));
    }
    expect(walked).toEqual(all);
    expect((await list('first: 50, filter: unanswered')).nodes.every((node) => node.answerCount === 0)).toBe(true);
    expect((await list('first: 50, filter: solved')).nodes.every((node) => node.solved)).toBe(true);
    expect((await list('first: 50, tag: "firmware-7.2", category: "router-dsl"')).nodes.map((node) => node.id)).toContain(thread!.id);
    expect((await list('first: 50, category: "no-such"')).nodes).toEqual([]);
    expect((await list('first: 100, category: null, tag: null')).nodes.map((node) => node.id)).toEqual(all);
    // a category holds what stands below it, in one order
    const below = (await acts(admin).createCategory('Firmware', { parentId: categoryId })).category!;
    const lower = await acts(mina).ask({ ...QUESTION, categoryId: below.id });
    expect((await list('first: 100, category: "router-dsl"')).nodes.map((node) => node.id)).toEqual([lower.thread!.id, ...all]);
    expect((await list('first: 100, category: "firmware"')).nodes.map((node) => node.id)).toEqual([lower.thread!.id]);
    expect((await list('last: 1, category: "router-dsl"')).nodes.map((node) => node.id)).toEqual(all.slice(-1));
  });

  it('sends the same number of statements for 2 answers as for 20', async () => {
    const source = app.app.get(DataSource);
    const { thread } = await acts(mina).ask({ ...QUESTION, categoryId });
    const load = (person: Person) => () => person.ask(
      `query($id: ID!) { thread(id: $id) { title author { name } opening { html viewer { vote } firstComments(first: 5) { html author { name } } }
         viewer { saidSameProblem canAnswer { allowed } }
         answers(first: 20) { nodes { html author { name } viewer { vote } firstComments(first: 5) { html author { name } } } } } }`,
      { id: thread!.id },
    );
    const counts: number[] = [];
    for (const wanted of [2, 20]) {
      for (let have = counts.length * 2; have < wanted; have += 1) {
        const { post } = await acts(ada).answer(thread!.id, `Answer number ${have}`);
        await acts(mina).comment(post!.id, 'A comment');
      }
      counts.push((await countStatements(source, load(app.guest))).length, (await countStatements(source, load(mina))).length);
    }
    expect(counts).toEqual([2, 3, 2, 3]);
  });

  it('answers a query that comes again and again, by then compiled, as it did at first: what is there and what is refused', async () => {
    const { thread } = await acts(mina).ask({ ...QUESTION, categoryId });
    const query = 'query Often($id: ID!, $first: Int) { thread(id: $id) { title kind createdAt author { name } answers(first: $first) { nodes { id } } } }';
    for (const variables of [{ id: thread!.id, first: 2 }, { id: thread!.id, first: 0 }, { id: 'thr_999999', first: 2 }, { id: thread!.id, first: 'two' }]) {
      const answers: unknown[] = [];
      for (let n = 0; n < 5; n += 1) answers.push(await app.guest.raw(query, variables));
      expect(answers).toEqual(Array.from({ length: 5 }, () => answers[0]));
    }
  });

  it('names arguments below the root that cannot be taken as the caller’s error, and logs none of ours', async () => {
    const { thread } = await acts(mina).ask({ ...QUESTION, categoryId });
    const logged = jest.spyOn(Logger.prototype, 'error');
    for (const list of ['answers(first: 0) { nodes { id } }', 'answers(first: 101) { nodes { id } }', 'opening { comments(first: 0) { nodes { id } } }']) {
      for (let n = 0; n < 4; n += 1) { // by then compiled
        const { body } = await app.guest.raw(`query($id: ID!) { thread(id: $id) { ${list} } }`, { id: thread!.id });
        expect(body.errors).toMatchObject([{ message: expect.stringContaining('These arguments cannot be taken: first'), extensions: { code: 'BAD_USER_INPUT' } }]);
      }
    }
    expect(logged).not.toHaveBeenCalled();
    logged.mockRestore();
  });

  // docs/guides/measuring.md: each statement is half a millisecond for everybody who reads. One more needs a reason; one a post is a fault.
  it('reads the page of a thread in three statements for a guest, in seven for a member, however long it is', async () => {
    const source = app.app.get(DataSource);
    const { thread } = await acts(mina).ask({ ...QUESTION, categoryId });
    const page = (person: Person) => async () => expect((await fetch(app.url + thread!.path, { headers: { cookie: person.cookie } })).status).toBe(200);
    for (const more of [2, 10]) {
      for (let n = 0; n < more; n += 1) {
        const { post } = await acts(ada).answer(thread!.id, `Answer number ${more} ${n}`);
        await acts(mina).comment(post!.id, 'A comment');
      }
      expect(await countStatements(source, page(app.guest))).toHaveLength(3);
      expect(await countStatements(source, page(mina))).toHaveLength(7); // the last two more: what they have begun to answer, and what the bell counts
    }
  });

  it('votes in eight statements and answers in eleven, under a clientMutationId, whoever does', async () => {
    const source = app.app.get(DataSource);
    const { thread } = await acts(mina).ask({ ...QUESTION, categoryId });
    const { post } = await acts(ada).answer(thread!.id, 'An answer to vote on');
    const VOTE = 'mutation($input: VoteInput!) { vote(input: $input) { problem { message } post { id score } } }';
    const ANSWER = 'mutation($input: AnswerInput!) { answer(input: $input) { problem { message } post { id } thread { id path answerCount } } }';
    await app.app.get(ReadingCollector, { strict: false }).flush(); // what the pages before are remembered by is written now, and not while it is counted
    let score = 0;
    for (const person of [mina, staff]) { // staff's acts are not limited
      const vote = { input: { postId: post!.id, vote: 'up', clientMutationId: `vote-${person.cookie.slice(-6)}` } };
      const answer = { input: { threadId: thread!.id, body: 'One more answer to it', clientMutationId: `answer-${person.cookie.slice(-6)}` } };
      expect(await countStatements(source, async () => expect(await person.ask(VOTE, vote)).toEqual({ vote: { problem: null, post: { id: post!.id, score: (score += 1) } } }))).toHaveLength(8);
      expect(await countStatements(source, async () => expect(await person.ask(ANSWER, answer)).toMatchObject({ answer: { problem: null } }))).toHaveLength(person === staff ? 10 : 11);
    }
  });

  it('takes no posts in a closed thread, but from those who keep order', async () => {
    const { thread } = await acts(mina).ask({ ...QUESTION, categoryId });
    await app.db.query(`update thread set closed_at = now(), close_reason = 'settled' where id = $1`, [thread!.id.slice(4)]);
    expect((await acts(mina).answer(thread!.id, 'One more thing ...')).problem).toMatchObject({ reason: 'thread-closed' });
    expect((await acts(staff).answer(thread!.id, 'For the record: fixed.')).problem).toBeNull();
  });

  it('knows one act from another under the same clientMutationId', async () => {
    const { thread } = await acts(mina).ask({ ...QUESTION, categoryId });
    const { post } = await acts(ada).answer(thread!.id, 'An answer to accept');
    const input = { postId: post!.id, clientMutationId: 'accept-or-not' };
    const run = (field: string) => mina.ask<Record<string, { problem: unknown }>>(`mutation($input: AnswerIdInput!) { ${field}(input: $input) { problem { code } } }`, { input });
    expect((await run('acceptAnswer')).acceptAnswer).toEqual({ problem: null });
    expect((await run('unacceptAnswer')).unacceptAnswer).toMatchObject({ problem: { code: 'Conflict' } });
  });

  it('makes categories of any name, twice too, and refuses tags that no address could hold', async () => {
    expect((await acts(admin).createCategory('Комнаты')).category).toMatchObject({ slug: 'topic' });
    expect((await acts(admin).createCategory('Комнаты')).category).toMatchObject({ slug: 'topic-2' });
    for (const name of ['..', 'ﷺ'.repeat(20)]) expect(await acts(admin).createTag(name)).toMatchObject({ createTag: { problem: { code: 'InvalidInput' } } });
    const { updateCategory } = await admin.ask<{ updateCategory: unknown }>(`mutation { updateCategory(input: {id: "${categoryId}", name: null, position: 4}) { category { name position } } }`);
    expect(updateCategory).toEqual({ category: { name: 'Router & DSL', position: 4 } });
  });

  it('shows no comment under a post that is hidden, wherever it is asked for', async () => {
    const { thread } = await acts(mina).ask({ ...QUESTION, categoryId });
    const { post } = await acts(ada).answer(thread!.id, 'An answer that will be hidden');
    const comment = (await acts(mina).comment(post!.id, 'A comment under it')).post!;
    const seen = (person: Person) => person.ask<{ post: object | null }>('query($id: ID!) { post(id: $id) { source } }', { id: comment.id });
    expect((await seen(app.guest)).post).toEqual({ source: 'A comment under it' });
    await app.db.query(`update post set state = 'hidden' where id = $1`, [post!.id.slice(4)]);
    expect((await seen(app.guest)).post).toBeNull();
    expect((await seen(mina)).post).toBeNull();
    expect((await seen(staff)).post).not.toBeNull();
    await app.db.query(`update thread set answer_count = answer_count - 1 where id = $1`, [thread!.id.slice(4)]);
  });

  it('refuses a text that is mostly nothing', async () => {
    const { thread } = await acts(mina).ask({ ...QUESTION, categoryId });
    expect((await acts(ada).answer(thread!.id, `ten letter${' '.repeat(30_000)}`)).problem).toMatchObject({ fields: [{ field: 'body', code: 'too-long' }] });
  });

  it('counts stay true to the rows', async () => {
    const [drift] = await app.db.query(`
      select count(*)::int as wrong from thread t where
        answer_count <> (select count(*) from post p where p.thread_id = t.id and p.kind = 'answer' and p.state = 'visible')
        or exists (select from post p where p.thread_id = t.id and (p.comment_count <> (select count(*) from post c where c.parent_id = p.id)
          or p.up_count <> (select count(*) from vote v where v.post_id = p.id and v.value = 1)))`);
    expect(drift).toEqual({ wrong: 0 });
    expect(await app.db.query('select name from tag where thread_count <> (select count(*) from thread_tag where tag_id = tag.id)')).toEqual([]);
    expect(await app.db.query('select name from category c where thread_count <> (select count(*) from thread where category_id = c.id)')).toEqual([]);
  });
});
