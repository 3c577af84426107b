import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { CompanyModule, readTheme, ThemeService } from '#company';
import { loadSettings } from '#platform/config';
import { DatabaseModule, migrate } from '#platform/database';
import { RuntimeModule } from '#platform/runtime';
import type { Command } from './command.type.js';
import { openDatabase } from './database.open.js';
import { inWords } from './theme.apply.js';

/** `kundig theme <file>`: gives a community its look, also one that runs: its processes hear of it. */
export const themeCommand: Command = {
  async run([file, ...more]) {
    if (!file || more.length > 0) {
      console.error('usage: kundig theme <file.json>');
      return 2;
    }
    const settings = loadSettings();
    await inWords(() => readTheme(file)); // before a database is started for it
    const database = await openDatabase(settings);
    try {
      await migrate(database.ownerUrl, database.url);
      const runtime = { settings, databaseUrl: database.url, databaseOwnerUrl: database.ownerUrl };
      const context = await NestFactory.createApplicationContext({ module: class ThemeModule {}, imports: [RuntimeModule.with(runtime), DatabaseModule, CompanyModule] }, { logger: ['error'], abortOnError: false });
      try {
        await inWords(() => context.get(ThemeService, { strict: false }).applyNow(file));
        console.log(`${file} is applied; pages show it within moments.`);
        return 0;
      } finally {
        await context.close();
      }
    } finally {
      await database.stop();
    }
  },
};
