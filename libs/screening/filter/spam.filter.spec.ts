import { createServer } from 'node:http';
import { readSettings } from '#platform/config';
import type { Runtime } from '#platform/runtime';
import { SpamFilter } from './spam.filter.js';

const ASKED = { kind: 'thread', text: 'Where is the reset button?', author: 'Ada', language: 'en' } as const;

/** A filter that answers so, and what it was asked. */
async function filterThat(status: number, answer: string | null) {
  const heard: URLSearchParams[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString())).on('end', () => {
      heard.push(new URLSearchParams(body));
      if (answer !== null) response.writeHead(status).end(answer);
    });
  });
  await new Promise<void>((ready) => { server.listen(0, '127.0.0.1', ready); });
  const url = `http://127.0.0.1:${(server.address() as { port: number }).port}/1.1/comment-check`;
  const filter = new SpamFilter({ settings: { ...readSettings({ KUNDIG_SPAM_FILTER_URL: url, KUNDIG_SPAM_FILTER_KEY: 'k' }) } } as Runtime);
  return { filter, heard, end: () => { server.closeAllConnections(); server.close(); } };
}

it.each([[200, 'true', 'spam'], [200, 'false', 'fine'], [200, 'invalid', 'away'], [500, 'false', 'away'], [200, '', 'away'], [301, 'false', 'away']] as const)('answered %i %j: %s', async (status, answer, said) => {
  const { filter, heard, end } = await filterThat(status, answer);
  expect(await filter.says(ASKED)).toBe(said);
  expect(Object.fromEntries(heard[0]!)).toMatchObject({ api_key: 'k', blog: 'http://localhost:3000', comment_type: 'forum-post', comment_author: 'Ada', comment_content: ASKED.text });
  end();
});

it('is away where it keeps somebody waiting, and where nobody is there', async () => {
  const slow = await filterThat(200, null);
  expect(await slow.filter.says(ASKED)).toBe('away');
  slow.end();
  expect(await slow.filter.says(ASKED)).toBe('away');
});
