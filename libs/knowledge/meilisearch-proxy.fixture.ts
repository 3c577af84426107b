import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Runtime } from '#platform/runtime';

type Address = NonNullable<Runtime['meili']>;

/** The real Meilisearch behind a road on which a request may have to wait. */
export class MeilisearchProxy {
  /** Awaited before a request is passed on; given its path. */
  hold: (path: string) => Promise<unknown> = () => Promise.resolve();
  /** What the server said may be said otherwise. */
  retell: (path: string, body: string) => string = (_, body) => body;

  private constructor(
    private readonly server: Server,
    readonly address: Address,
  ) {}

  static async before(meili: Address): Promise<MeilisearchProxy> {
    const server = createServer((asked, answer) => {
      asked.on('error', () => {}); // who asked gave up
      void (async () => {
        const parts: Buffer[] = [];
        for await (const part of asked) parts.push(part as Buffer);
        await proxy.hold(asked.url!);
        const { statusCode, headers, body } = await pass(meili, asked, Buffer.concat(parts));
        const told = proxy.retell(asked.url!, body);
        answer.writeHead(statusCode, { 'content-type': headers['content-type'] ?? 'application/json' }).end(told);
      })().catch(() => answer.destroy());
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const proxy = new MeilisearchProxy(server, { ...meili, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
    return proxy;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }
}

function pass(meili: Address, asked: IncomingMessage, body: Buffer): Promise<{ statusCode: number; headers: IncomingMessage['headers']; body: string }> {
  return new Promise((resolve, reject) => {
    const headers = { ...asked.headers, host: new URL(meili.url).host, 'content-length': String(body.length), 'accept-encoding': 'identity' }; // a body that retell can read
    delete (headers as Record<string, unknown>)['transfer-encoding'];
    const onward = request(new URL(asked.url!, meili.url), { method: asked.method, headers }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () => resolve({ statusCode: answer.statusCode!, headers: answer.headers, body: Buffer.concat(parts).toString() }));
      answer.on('error', reject);
    });
    onward.on('error', reject);
    onward.end(body);
  });
}
