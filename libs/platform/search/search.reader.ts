import { Agent, request } from 'node:http';
import { Agent as SecureAgent, request as secureRequest } from 'node:https';
import type { MeiliAddress } from '#platform/runtime';

/** The server's answer that it will not: a missing index, a bad filter. */
export class SearchRefused extends Error {
  constructor(
    readonly status: number,
    readonly code: string | undefined,
    text: string,
  ) {
    super(`Meilisearch refused with ${status}: ${text.slice(0, 200)}`);
    this.name = 'SearchRefused';
  }
}

/** Searches, over connections that stay open. The library and its `fetch` take twice the time of this for a request, and finding is little else. */
export class SearchReader {
  private readonly url: URL;
  private readonly send: typeof request;
  private readonly options: object;

  constructor(
    { url, key }: MeiliAddress,
    private readonly timeout: number,
  ) {
    this.url = new URL('multi-search', url.endsWith('/') ? url : `${url}/`);
    const isSecure = this.url.protocol === 'https:';
    this.send = isSecure ? secureRequest : request;
    // identity: the server takes 44 ms to compress an answer that it has after 1
    const headers = { 'content-type': 'application/json', 'accept-encoding': 'identity', ...(key ? { authorization: `Bearer ${key}` } : {}) };
    this.options = { method: 'POST', headers, agent: isSecure ? new SecureAgent({ keepAlive: true }) : new Agent({ keepAlive: true }) };
  }

  /** Several searches in one request. */
  search<T>(asked: object): Promise<T> {
    return new Promise((answer, fail) => {
      const sent = this.send(this.url, this.options, (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('error', fail);
        response.on('end', () => {
          clearTimeout(patience);
          try {
            answer(contentOf<T>(response.statusCode!, Buffer.concat(parts).toString()));
          } catch (error) {
            fail(error);
          }
        });
      });
      const patience = setTimeout(() => sent.destroy(new Error(`no answer within ${this.timeout} ms`)), this.timeout);
      sent.on('error', (error) => {
        clearTimeout(patience);
        fail(error);
      });
      sent.end(JSON.stringify(asked));
    });
  }
}

function contentOf<T>(status: number, text: string): T {
  const content = JSON.parse(text) as T & { code?: string };
  if (status !== 200) throw new SearchRefused(status, content.code, text);
  return content;
}
