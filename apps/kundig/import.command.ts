import { parseArgs } from 'node:util';
import { importStackExchange, ImportError } from '#import';
import { loadSettings } from '#platform/config';
import { migrate } from '#platform/database';
import type { Command } from './command.type.js';
import { openDatabase } from './database.open.js';
import { ImportProgressLine, reportLines } from './import.lines.js';

const USAGE = 'usage: kundig import stackexchange <folder> [--category slug] [--language de|en] [--site name]';

export const importCommand: Command = {
  async run(args) {
    const asked = read(args);
    if (!asked) {
      console.error(USAGE);
      return 2;
    }
    const settings = loadSettings();
    const line = new ImportProgressLine(process.stdout);
    let database: Awaited<ReturnType<typeof openDatabase>> | undefined;
    try {
      database = await openDatabase(settings);
      await migrate(database.ownerUrl, database.url);
      const report = await importStackExchange({
        databaseUrl: database.url,
        ...asked,
        language: asked.language ?? settings.language,
        onProgress: (progress) => line.show(progress),
      });
      line.end();
      console.log(reportLines(report).join('\n'));
      return 0;
    } catch (error) {
      line.end();
      if (!(error instanceof ImportError)) throw error;
      console.error(`kundig: ${error.message}`);
      return 1;
    } finally {
      await database?.stop();
    }
  },
};

function read(args: string[]) {
  try {
    const { positionals, values } = parseArgs({
      args,
      allowPositionals: true,
      options: { category: { type: 'string' }, language: { type: 'string' }, site: { type: 'string' } },
    });
    const [kind, folder, ...more] = positionals;
    const { language, category, site } = values;
    if (kind !== 'stackexchange' || !folder || more.length > 0) return null;
    if (language !== undefined && language !== 'de' && language !== 'en') return null;
    return { folder, category, language, site } as { folder: string; category?: string; language?: 'de' | 'en'; site?: string };
  } catch {
    return null; // an option that does not exist
  }
}
