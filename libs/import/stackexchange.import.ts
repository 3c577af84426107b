import pg from 'pg';
import { accepted } from './accepted.step.js';
import { answers } from './answers.step.js';
import { BodyConverter } from './body.converter.js';
import { comments } from './comments.step.js';
import { recount } from './counters.js';
import { type DumpFolder, openDump } from './dump.folder.js';
import { importCategory } from './import.category.js';
import type { ImportProgress, ImportReport } from './import.report.js';
import { ImportError } from './import.error.js';
import { ImportRun } from './import.run.js';
import { links } from './links.step.js';
import { members, robotNames } from './members.step.js';
import { questions } from './questions.step.js';
import { reportOf } from './report.read.js';
import { runStep, type Step } from './step.run.js';
import { tags } from './tags.step.js';
import { votes } from './votes.step.js';

export interface StackExchangeImport {
  databaseUrl: string;
  folder: string;
  /** The site's name, where the folder's is not it. What was imported is known again by it. */
  site?: string | undefined;
  /** Slug of the category for all threads; made where there is none. Default: one named after the site. */
  category?: string | undefined;
  /** The language that people there write. Default en. */
  language?: 'de' | 'en';
  onProgress?: (progress: ImportProgress) => void;
}

// authors before posts, questions before answers, posts before what is said about them
const STEPS = [members, tags, questions, answers, accepted, comments, votes, links] as Step<unknown>[];
const COUNTED = 'counters';
const LOCK_WAIT = '15s'; // the connection of a killed import is noticed by the server within moments

/**
 * Brings a StackExchange data dump in. Killed at any moment it goes on where it stopped when it is started again; run again
 * after its end it changes nothing. No events are recorded: nobody gets mail about the past.
 */
export async function importStackExchange(options: StackExchangeImport): Promise<ImportReport> {
  const { folder, site, category, language = 'en', onProgress = () => {} } = options;
  const dump = openDump(folder, site);
  const client = await connect(options.databaseUrl);
  const bodies = new BodyConverter(dump.base);
  try {
    await lockSource(client, dump);
    const categoryId = await importCategory(client, dump.site, category);
    const total = STEPS.reduce((bytes, step) => bytes + dump.bytes(step.file), 0);
    const run = new ImportRun(client, dump, bodies, categoryId, language, await robotNames(dump), total, onProgress);
    const alreadyDone = await isDone(run);
    if (!alreadyDone) {
      for (const step of STEPS) await runStep(run, step);
      await recount(run);
      await client.query('insert into import_progress (source, step, finished_at) values ($1, $2, now())', [run.source, COUNTED]);
    }
    return await reportOf(run, alreadyDone);
  } finally {
    await bodies.end();
    await client.end().catch(() => {}); // a lost connection has been told by the query that met it
  }
}

async function connect(databaseUrl: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: databaseUrl, application_name: 'kundig import', keepAlive: true });
  client.on('error', () => {}); // the query under way rejects with it
  await client.connect();
  // a crash of the server may cost the last batches, and with them the record that they were done: they are done again
  await client.query('set synchronous_commit = off');
  return client;
}

/** Two imports of one site at a time would write the same rows. */
async function lockSource(client: pg.Client, dump: DumpFolder): Promise<void> {
  await client.query(`set lock_timeout = '${LOCK_WAIT}'`);
  try {
    await client.query(`select pg_advisory_lock(hashtextextended('kundig import ' || $1, 0))`, [dump.site]);
  } catch (error) {
    if ((error as { code?: string }).code === '55P03') throw new ImportError(`Another import of ${dump.site} is running.`);
    throw error;
  }
  await client.query('set lock_timeout = 0');
}

async function isDone(run: ImportRun): Promise<boolean> {
  const found = await run.client.query('select from import_progress where source = $1 and step = $2', [run.source, COUNTED]);
  return found.rows.length > 0;
}
