import type { AddressInfo } from 'node:net';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Runtime } from '#platform/runtime';
import { createApp } from '../../apps/kundig/run.js';

export interface Site {
  url: string;
  app: NestExpressApplication;
  close(): Promise<void>;
}

/** The whole program on this machine: on a free port, unless settings have to name it beforehand. */
export async function openSite(runtime: Runtime, wished = 0): Promise<Site> {
  const app = await createApp(runtime);
  await app.listen(wished, '127.0.0.1');
  const { port } = app.getHttpServer().address() as AddressInfo;
  return { app, url: `http://127.0.0.1:${port}`, close: () => app.close() };
}
