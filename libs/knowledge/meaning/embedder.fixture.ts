import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const DIMENSIONS = 64;
const MEANS = new Map([['anteater', 'aardvark'], ['erdferkel', 'aardvark'], ['supper', 'dinner']]); // what this one has learned

/** A small embedder over HTTP, as OpenAI's and Ollama's are asked: each word is a direction, and words that mean the same are one. */
export async function embedder() {
  const asked: { path: string; key: string | undefined; model: string; texts: string[] }[] = [];
  let isDown = false;
  const server = createServer((request, response) => {
    void (async () => {
      let sent = '';
      for await (const chunk of request) sent += chunk as string;
      if (isDown) return response.writeHead(503).end('{"error": "overloaded"}');
      const { model, input } = JSON.parse(sent) as { model: string; input: string | string[] };
      const texts = [input].flat();
      asked.push({ path: request.url!, key: request.headers.authorization, model, texts });
      const vectors = texts.map(vectorOf);
      const reply = request.url === '/api/embed' ? { embeddings: vectors } : { data: vectors.map((embedding, index) => ({ index, embedding })) };
      return response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(reply));
    })();
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    asked,
    url: (path: '/v1/embeddings' | '/api/embed') => `http://127.0.0.1:${port}${path}`,
    down: (now: boolean) => { isDown = now; },
    close: () => new Promise((closed) => server.close(closed)),
  };
}

export type Embedder = Awaited<ReturnType<typeof embedder>>;

function vectorOf(text: string): number[] {
  const vector = Array.from({ length: DIMENSIONS }, () => 0);
  vector[0] = 0.01; // a text without a word has a direction, too
  for (const word of text.toLowerCase().match(/\p{L}{3,}/gu) ?? []) {
    const digest = createHash('sha256').update(MEANS.get(word) ?? word).digest();
    for (let n = 0; n < 4; n += 1) vector[digest[n]! % DIMENSIONS]! += digest[n + 8]! % 2 === 0 ? 1 : -1;
  }
  return vector;
}
