import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { importStackExchange, ImportError } from '#import';
import { FaqImportError, importFaq } from '#knowledge';
import { loadSettings } from '#platform/config';
import { migrate } from '#platform/database';
import type { Command } from './command.type.js';
import { openDatabase } from './database.open.js';
import { ImportProgressLine, reportLines } from './import.lines.js';

const USAGE = `usage: kundig import stackexchange <folder> [--category slug] [--language de|en] [--site name]
       kundig import faq <file.csv|file.json> [--category slug] [--language de|en] [--publish]`;

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
      if (asked.kind === 'faq') {
        const { made, known, refused } = await importFaq({ databaseUrl: database.url, content: await readFile(asked.from, 'utf8'), format: asked.from.endsWith('.json') ? 'json' : 'csv', topic: asked.category, language: asked.language, publish: asked.publish });
        console.log([`${made} FAQ entries are new${asked.publish ? '' : ', and wait as drafts for staff (My work)'}; ${known} were there.`, ...refused.map(({ row, why }) => `entry ${row} was left out: ${why}`)].join('\n'));
        return 0;
      }
      const report = await importStackExchange({
        databaseUrl: database.url,
        folder: asked.from,
        ...(asked.category === undefined ? {} : { category: asked.category }),
        ...(asked.site === undefined ? {} : { site: asked.site }),
        language: asked.language ?? settings.language,
        onProgress: (progress) => line.show(progress),
      });
      line.end();
      console.log(reportLines(report).join('\n'));
      return 0;
    } catch (error) {
      line.end();
      if (!(error instanceof ImportError || error instanceof FaqImportError || isMissing(error))) throw error;
      console.error(`kundig: ${error.message}`);
      return 1;
    } finally {
      await database?.stop();
    }
  },
};

function isMissing(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

function read(args: string[]) {
  try {
    const { positionals, values } = parseArgs({
      args,
      allowPositionals: true,
      options: { category: { type: 'string' }, language: { type: 'string' }, site: { type: 'string' }, publish: { type: 'boolean' } },
    });
    const [kind, from, ...more] = positionals;
    const { language, category, site, publish = false } = values;
    if ((kind !== 'stackexchange' && kind !== 'faq') || !from || more.length > 0) return null;
    if (kind === 'faq' ? site !== undefined : publish) return null;
    if (language !== undefined && language !== 'de' && language !== 'en') return null;
    return { kind, from, category, language, site, publish } as const;
  } catch {
    return null; // an option that does not exist
  }
}
