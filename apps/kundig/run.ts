import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Settings } from '#platform/config';
import { migrate } from '#platform/database';
import type { Runtime } from '#platform/runtime';
import { AppModule } from './app.module.js';
import type { Connections } from './connections.open.js';
import { applyTheme } from './theme.apply.js';
import { setUpHttp } from './http.setup.js';
import { ProgramLogger } from './program.logger.js';

/** Migrates, then runs the programs that this process is for, on one port. */
export async function runPrograms(settings: Settings, connections: Connections): Promise<{ close(): Promise<void> }> {
  await migrate(connections.database.ownerUrl, connections.database.url);
  const app = await createApp({
    settings,
    databaseUrl: connections.database.url,
    databaseOwnerUrl: connections.database.ownerUrl,
    meili: connections.meili,
  });
  if (settings.theme) await applyTheme(app, settings.theme);
  await app.listen(settings.port, settings.host);
  return { close: () => app.close() };
}

/** The program composed and ready to listen: for the command, and for tests that bring their own servers. */
export async function createApp(runtime: Runtime): Promise<NestExpressApplication> {
  const { settings } = runtime;
  const app = await NestFactory.create<NestExpressApplication>(AppModule.with(runtime), {
    bodyParser: false,
    abortOnError: false,
    logger: new ProgramLogger(settings.logLevel),
  });
  setUpHttp(app, settings);
  return app;
}
