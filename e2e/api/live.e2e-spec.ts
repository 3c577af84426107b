import { once } from 'node:events';
import pg from 'pg';
import { type Client, createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { Reads, USUAL_LIMITS } from '#accounts';
import { ThreadActivities } from '#forum';
import { testRuntime } from '#platform/testing';
import { PLACES } from '#platform/live';
import { openSite, type Site } from '../support/site.js';
import { type Person, type RunningApp, runningApp } from '../support/running-app.js';
import { acts } from './acts.js';

interface Told {
  threadId: string;
  postId: string | null;
  kind: string;
}

const ASKED = 'subscription($id: ID!) { threadActivity(threadId: $id) { threadId postId kind } }';

/** One process answers, another one works: what is told goes through PostgreSQL. */
describe('what happens in a thread, told live', () => {
  let app: RunningApp;
  let worker: Site;
  let ada: Person, mina: Person, jo: Person;
  let threadId: string;
  const closing: (() => unknown)[] = [];

  beforeAll(async () => {
    app = await runningApp({ roles: ['api', 'web'], trustProxy: 1 });
    worker = await openSite(testRuntime(app.database, { roles: ['worker'] }));
    [ada, mina, jo] = [await app.person('Ada', 'admin'), await app.person('Mina'), await app.person('Jo')];
    const { category } = await acts(ada).createCategory('Internet');
    threadId = (await acts(mina).ask({ title: 'The router restarts', body: 'Every night at three.', categoryId: category!.id })).thread!.id;
  });
  afterEach(async () => { for (const close of closing.splice(0)) await close(); });
  afterAll(async () => {
    await worker.close();
    await app.close();
  });

  const socketOf = (headers: Record<string, string>) =>
    class extends WebSocket {
      constructor(url: string, protocol: string) {
        super(url, protocol, { headers });
      }
    };
  const clientOf = (headers: Record<string, string>): Client => {
    const client = createClient({ url: `${app.url.replace('http', 'ws')}/graphql`, webSocketImpl: socketOf(headers), retryAttempts: 0, lazy: false, onNonLazyError: () => undefined });
    closing.push(() => client.dispose());
    return client;
  };
  /** Somebody's ear: what they were told, and how it ended. */
  const listen = (client: Client, id = threadId, query = ASKED) => {
    const told: Told[] = [];
    const errors: string[] = [];
    const ended = new Promise<string>((end) => {
      client.subscribe<{ threadActivity: Told }>({ query, variables: { id } }, {
        next: ({ data, errors: faults }) => void (data ? told.push(data.threadActivity) : errors.push(faults![0]!.message)),
        error: (error) => { errors.push(Array.isArray(error) ? (error as Error[]).map(({ message }) => message).join() : String((error as { code?: number }).code ?? error)); end('error'); },
        complete: () => end('complete'),
      });
    });
    return { told, errors, ended, hears: (most = 1) => until(() => told.length >= most) };
  };
  /** The stream of the page's twin, as it was read so far. */
  const open = async (headers: Record<string, string> = {}, address = `/live/thread/${threadId.slice(4)}`) => {
    const abort = new AbortController();
    closing.push(() => abort.abort());
    const response = await fetch(app.url + address, { headers, signal: abort.signal });
    const heard = { status: response.status, type: response.headers.get('content-type'), text: '', ended: false };
    if (response.status === 200) void read(response, heard).catch(() => undefined);
    return heard;
  };
  const ready = (count: number) => until(() => (app.app.get<object>(ThreadActivities, { strict: false }) as { all(): unknown[] }).all().length === count);

  it('tells a guest and a member of answers, comments and acceptances by their ids, over WebSocket and as events for pages', async () => {
    const [guest, member] = [listen(clientOf({})), listen(clientOf({ cookie: mina.cookie }))];
    const page = await open();
    expect([page.status, page.type]).toEqual([200, 'text/event-stream; charset=utf-8']);
    await ready(3);
    const answer = (await acts(jo).answer(threadId, 'Renew the lease of the address in the menu.')).post!.id;
    const comment = (await acts(mina).comment(answer, 'Where is that menu?')).post!.id;
    await acts(mina).accept(answer);
    await Promise.all([guest.hears(3), member.hears(3), until(() => page.text.includes('event: accept'))]);
    const expected = [{ threadId, postId: answer, kind: 'answer' }, { threadId, postId: comment, kind: 'comment' }, { threadId, postId: answer, kind: 'accept' }];
    const inOrder = (told: Told[]) => told.toSorted((a, b) => expected.findIndex(({ kind }) => kind === a.kind) - expected.findIndex(({ kind }) => kind === b.kind));
    expect([inOrder(guest.told), inOrder(member.told)]).toEqual([expected, expected]);
    expect(page.text).toContain(`event: answer\ndata: {"threadId":"${threadId}","postId":"${answer}","kind":"answer"}`);
    const later = await open({}, `/live/thread/${threadId.slice(4)}?known=0`); // a page that was loaded before
    await until(() => later.text.includes(answer));
  });

  it('tells of what is held to its author and those who keep order, and to nobody else', async () => {
    const [guest, other, author, admin] = ['', mina.cookie, jo.cookie, ada.cookie].map((cookie) => listen(clientOf({ cookie })));
    await ready(4);
    await worker.app.close(); // so that it is held before anyone is told of it
    const held = (await acts(jo).answer(threadId, 'Buy it at my shop, it is cheaper there.')).post!.id;
    await app.db.query(`update post set state = 'held' where id = $1`, [held.slice(4)]);
    worker = await openSite(testRuntime(app.database, { roles: ['worker'] }));
    const shown = (await acts(mina).answer(threadId, 'No, the lease it was.')).post!.id;
    await Promise.all([guest!.hears(1), other!.hears(1), author!.hears(2), admin!.hears(2)]);
    const ids = (ear: typeof guest) => ear!.told.map(({ postId }) => postId).toSorted();
    expect([guest, other, author, admin].map(ids)).toEqual([[shown], [shown], [held, shown].toSorted(), [held, shown].toSorted()]);
  });

  it('tells the scores of what is voted on, and how many have the problem too; of what is held only to those who see it, and of nobody who voted', async () => {
    const shown = (await acts(jo).answer(threadId, 'Try another socket in the wall.')).post!.id;
    const held = (await acts(jo).answer(threadId, 'Buy another one at my shop today.')).post!.id;
    const [all, admin] = [{ cookie: '' }, { cookie: ada.cookie }].map((headers) => listen(clientOf(headers), threadId, 'subscription($id: ID!) { threadActivity(threadId: $id) { threadId postId kind scores { postId score } sameProblemCount } }'));
    await ready(2);
    for (const postId of [held, shown]) await ada.ask('mutation($postId: ID!) { vote(input: {postId: $postId, vote: up}) { clientMutationId } }', { postId });
    await app.db.query(`update post set state = 'held' where id = $1`, [held.slice(4)]);
    await jo.ask('mutation($threadId: ID!) { sameProblem(input: {threadId: $threadId, same: true}) { clientMutationId } }', { threadId });
    const counts = (ear: typeof all) => ear!.told.filter(({ kind }) => kind === 'count') as unknown as { postId: null; scores: { postId: string; score: number }[]; sameProblemCount: number | null }[];
    await Promise.all([all, admin].map((ear) => until(() => counts(ear).some(({ sameProblemCount }) => sameProblemCount === 1) && counts(ear).some(({ scores }) => scores.some(({ postId }) => postId === shown)))));
    expect(counts(all).flatMap(({ scores }) => scores).filter(({ postId }) => postId !== shown)).toEqual([]);
    expect(counts(admin).flatMap(({ scores }) => scores)).toContainEqual({ postId: held, score: 1 });
    expect(Object.keys(counts(all)[0]!).toSorted()).toEqual(['kind', 'postId', 'sameProblemCount', 'scores', 'threadId']);
  });

  it('knows no thread that one may not see, as if it were not there', async () => {
    const hidden = await app.db.query<{ id: string }>(`insert into thread (kind, title, slug, category_id, language, state, author_id, author_name, closed_at)
      select kind, title, slug, category_id, language, 'hidden', author_id, author_name, closed_at from thread where id = $1 returning id`, [threadId.slice(4)]);
    const [no, none] = [listen(clientOf({}), `thr_${hidden[0]!.id}`), listen(clientOf({}), 'thr_999999')];
    expect([await no.ended, await none.ended, no.errors, none.errors]).toEqual(['complete', 'complete', ['Not found.'], ['Not found.']]);
    expect([(await open({}, `/live/thread/${hidden[0]!.id}`)).status, (await open({}, '/live/thread/999999')).status, (await open({}, '/live/thread/x')).status]).toEqual([404, 404, 404]);
  });

  it('ends what a session opened with the session, whether anything happens or not', async () => {
    const eve = await app.person('Eve');
    const [eyes, ears] = [await open({ cookie: eve.cookie }), listen(clientOf({ cookie: eve.cookie }))];
    const guest = listen(clientOf({}));
    await ready(3);
    await fetch(`${app.url}/auth/sign-out`, { method: 'POST', headers: { cookie: eve.cookie } });
    await app.app.get(ThreadActivities, { strict: false }).look();
    expect(await ears.ended).toBe('complete');
    await until(() => eyes.ended);
    const post = (await acts(jo).answer(threadId, 'Still there for those who look on.')).post!.id;
    await guest.hears();
    expect([ears.told, guest.told.map(({ postId }) => postId)]).toEqual([[], [post]]);
  });

  it('refuses a socket, and a stream, that another site opens with the cookies of ours', async () => {
    for (const headers of [{ origin: 'https://evil.example' }, { origin: app.url, 'sec-fetch-site': 'cross-site' }]) {
      const [, response] = (await once(new WebSocket(`${app.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', { headers: { cookie: mina.cookie, ...headers } }), 'unexpected-response')) as [unknown, { statusCode: number }];
      expect(response.statusCode).toBe(403);
    }
    expect((await open({ cookie: mina.cookie, 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    const same = listen(clientOf({ cookie: mina.cookie, origin: app.url }));
    await ready(1);
    expect(same.errors).toEqual([]);
  });

  it.each([
    ['queries', '{ viewer { id } }', /Only subscriptions/],
    ['mutations', 'mutation { vote(input: { postId: "pst_1", vote: up }) { clientMutationId } }', /Only subscriptions/],
    ['two at once', 'subscription { a: threadActivity(threadId: "thr_1") { kind } b: threadActivity(threadId: "thr_1") { kind } }', /one top level field|only one/i],
    ['too many aliases', `subscription { threadActivity(threadId: "thr_1") { ${Array.from({ length: 16 }, (_, i) => `a${i}: kind`).join(' ')} } }`, /alias/i],
    ['too many directives', `subscription { threadActivity(threadId: "thr_1") { kind ${'@include(if: true) '.repeat(21)} } }`, /directive/i],
    ['too many tokens', `subscription { threadActivity(threadId: "thr_1") { ${'kind '.repeat(2_000)} } }`, /token/i],
    ['fragments that grow', `subscription { threadActivity(threadId: "thr_1") { ...F0 } } ${Array.from({ length: 20 }, (_, i) => `fragment F${i} on ThreadActivity { ...F${i + 1} ...F${i + 1} }`).join(' ')} fragment F20 on ThreadActivity { kind }`, /too much/],
    ['names that are none', 'subscription { threadActivty(threadId: "thr_1") { kind } }', /^(?!.*did you mean)/i],
  ])('refuses %s by the limits of queries', async (_, query, message) => {
    const ear = listen(clientOf({}), threadId, query);
    expect(await ear.ended).toBe('error');
    expect(ear.errors[0]).toMatch(message);
  });

  it('answers no subscription over POST', async () => {
    const { status, body } = await app.guest.raw(ASKED, { id: threadId });
    expect([status, body.errors?.[0]?.extensions.code]).toEqual([400, 'BAD_USER_INPUT']);
  });

  it('takes twenty subscriptions a connection and not one more, and no message of any size', async () => {
    const client = clientOf({});
    const ears = Array.from({ length: 21 }, () => listen(client));
    expect(await ears[20]!.ended).toBe('error');
    expect(ears.filter(({ errors }) => errors.length > 0)).toHaveLength(1);
    await ready(20);
    const socket = new WebSocket(`${app.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
    await once(socket, 'open');
    socket.send(JSON.stringify({ type: 'connection_init', payload: { long: 'x'.repeat(20_000) } }));
    const [code] = (await once(socket, 'close')) as [number];
    expect(code).toBe(1009);
  });

  it('lets one member hold so many connections and not one more, and takes back what is closed', async () => {
    const max = await app.person('Max');
    const streams = await Promise.all(Array.from({ length: PLACES.aMember }, () => open({ cookie: max.cookie })));
    expect(new Set(streams.map(({ status }) => status))).toEqual(new Set([200]));
    expect((await open({ cookie: max.cookie })).status).toBe(503);
    expect((await open()).status).toBe(200);
    await closing.shift()!();
    await ready(PLACES.aMember);
    expect((await open({ cookie: max.cookie })).status).toBe(200);
  });

  it('says to read again once the connection that listens is back, and goes on', async () => {
    const ear = listen(clientOf({}));
    await ready(1);
    const owner = new pg.Client({ connectionString: app.database.adminUrl });
    await owner.connect();
    await owner.query(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'kundig live' and datname = current_database()`);
    await owner.end();
    await ear.hears();
    expect(ear.told).toEqual([{ threadId, postId: null, kind: 'resync' }]);
    const post = (await acts(jo).answer(threadId, 'And on it goes, night after night.')).post!.id;
    await ear.hears(2);
    expect(ear.told[1]).toEqual({ threadId, postId: post, kind: 'answer' });
  });

  it('counts what is asked over a socket to the same minute as requests', async () => {
    const other = await openSite(testRuntime(app.database, { roles: ['api'], limits: 'usual' }));
    const left = 3; // of this network's minute: to open the socket, and for two messages
    other.app.get(Reads, { strict: false }).spend('127.0.0.1', USUAL_LIMITS.readsAMinute - left);
    const socket = new WebSocket(`${other.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
    const closed = once(socket, 'close') as Promise<[number]>;
    await once(socket, 'open');
    for (const type of ['connection_init', 'ping']) {
      const answered = once(socket, 'message');
      socket.send(JSON.stringify({ type }));
      await answered;
    }
    socket.send(JSON.stringify({ type: 'ping' }));
    expect((await closed)[0]).toBe(1008);
    await other.close();
  });

  it('does not wait for open streams when it ends', async () => {
    const other = await openSite(testRuntime(app.database, { roles: ['api', 'web'] }));
    const response = await fetch(`${other.url}/live/thread/${threadId.slice(4)}`);
    const socket = new WebSocket(`${other.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
    await once(socket, 'open');
    const closed = once(socket, 'close') as Promise<[number]>;
    await other.close();
    expect((await closed)[0]).toBe(1001);
    expect(await response.text()).toContain('retry');
  });
});

async function read(response: Response, heard: { text: string; ended: boolean }): Promise<void> {
  const decoder = new TextDecoder();
  for await (const chunk of response.body!) heard.text += decoder.decode(chunk);
  heard.ended = true;
}

async function until(condition: () => boolean): Promise<void> {
  for (let tries = 0; !condition(); tries += 1) {
    if (tries > 1_500) throw new Error('This did not happen.');
    await new Promise((later) => setTimeout(later, 10));
  }
}
