import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { type Web, web } from '../web/web.fixture.js';
import { atLeast, TEXTS } from './filled.js';
import { shareOf } from './strings.js';
import { watched } from './watched.js';

const A_SOCKET = 20; // asked over one: whoever sends more a minute is let go

/** What is told while somebody looks on: ids, whatever was written, and whatever was asked for. */
describe('hostile texts, told live', () => {
  let site: Web;
  let thread: { id: string; path: string };
  let stream: string;
  beforeAll(async () => {
    site = await web();
    await site.community.member('Ada', 'admin');
    await site.community.member('Ben');
    const categoryId = await site.community.category('Ada', 'Router');
    thread = await site.community.asks('Ada', categoryId, '</title><script>out()</script>', 'data: {"postId":"x"}\n\nevent: answer');
    stream = `${site.site.url}/live/thread/${thread.id.slice(4)}`;
  });
  afterAll(() => site.close());

  const socket = () => createClient({ url: `${site.site.url.replace('http', 'ws')}/graphql`, webSocketImpl: WebSocket, retryAttempts: 0 });

  it('tells lookers-on of each by its ids alone, in a stream of nothing but ids, and in a page that runs nothing', async () => {
    const { page, faults, open } = await watched(site);
    await open(thread.path);
    const abort = new AbortController();
    const response = await fetch(stream, { signal: abort.signal });
    let heard = '';
    const reading = (async () => { for await (const chunk of response.body!) heard += Buffer.from(chunk).toString(); })().catch(() => undefined); // it has no end but ours
    const client = socket();
    const told: unknown[] = [];
    client.subscribe({ query: 'subscription($id: ID!) { threadActivity(threadId: $id) { threadId postId kind } }', variables: { id: thread.id } }, { next: ({ data }) => void told.push(data?.['threadActivity']), error: (error) => void told.push(error), complete: () => undefined });
    // whoever looks on is told from the moment on at which the first of these arrives
    const posts: string[] = [];
    while (told.length === 0) {
      posts.push(await site.community.answers('Ben', thread.id, 'Is anybody there?'));
      await new Promise((soon) => setTimeout(soon, 50));
    }
    for (const text of shareOf('live', 40, TEXTS)) posts.push(await site.community.answers('Ben', thread.id, atLeast(text, 10)));
    const comment = await site.community.does<{ post: { id: string } }>('Ben', 'comment post { id }', { postId: posts[0], body: TEXTS[0] });
    await site.community.does('Ada', 'editPost post { id }', { postId: posts[0], basedOn: 0, body: atLeast(TEXTS[1]!, 10), reason: `${TEXTS[2]} event: answer` });
    while (!heard.includes(`"${posts[0]}","kind":"edit"`) || !heard.includes(posts.at(-1)!) || !heard.includes(comment.post.id)) await new Promise((soon) => setTimeout(soon, 20));
    await client.dispose();
    abort.abort();
    await reading;
    expect(heard.split('\n').filter((line) => !/^(?:|:.*|retry: \d+|id: [\w-]+|event: (?:answer|comment|edit)|data: \{"threadId":"thr_\d+","postId":"pst_\d+","kind":"(?:answer|comment|edit)"\})$/.test(line))).toEqual([]);
    expect(told.filter((each) => !/^\{"threadId":"thr_\d+","postId":"pst_\d+","kind":"(?:answer|comment|edit)"\}$/.test(JSON.stringify(each)))).toEqual([]);
    await page.getByText(/\d+ new answers/).waitFor();
    expect(await page.locator('thread-live').innerHTML()).toMatch(/^\d+ new answers[^<]*<a href="[^"<>]+">[^<]+<\/a>$/);
    expect(faults).toEqual([]);
  }, 60_000);

  it('answers whatever is asked for as what is not there', async () => {
    const faults: string[] = [];
    for (const text of shareOf('live.address', 80).filter((each) => each.isWellFormed())) {
      const value = encodeURIComponent(text);
      for (const address of [`${site.site.url}/live/thread/${value}`, `${site.site.url}/live/thread/999999?known=${value}`]) {
        const response = await fetch(address);
        if (response.status !== 404 && response.status !== 400) faults.push(`${address}: ${response.status}`);
        if (text.includes('<') && (await response.text()).includes(text)) faults.push(`${address} comes back as it is`);
      }
    }
    let client = socket();
    for (const [n, id] of shareOf('live.id', 80).entries()) {
      if (n % A_SOCKET === 0) [, client] = [await client.dispose(), socket()];
      const said = await new Promise<string>((done) => {
        client.subscribe({ query: 'subscription($id: ID!) { threadActivity(threadId: $id) { kind } }', variables: { id } }, { next: ({ errors }) => done(JSON.stringify(errors)), error: (error) => done(JSON.stringify(error)), complete: () => done('complete') });
      });
      if (!/"code":"(?:NOT_FOUND|BAD_USER_INPUT)"/.test(said)) faults.push(`${JSON.stringify(id)}: ${said}`);
    }
    await client.dispose();
    expect(faults).toEqual([]);
  }, 60_000);
});
