import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { DOCUMENT_VERSION } from '#knowledge';
import { migrate } from '#platform/database';
import { type PostgresServer, startMeili, startPostgres } from '#platform/embedded';
import type { BenchSettings } from './bench.settings.js';
import { CORPUS_VERSION, writeCorpus } from './corpus.js';
import { startProgram } from './program.js';

export interface Addresses {
  database: { url: string; ownerUrl: string };
  meili: { url: string; key: string };
}

export interface Servers extends Addresses {
  /** As the superuser, on the database `postgres`, where the statements are counted. */
  admin: pg.Client;
  pid: { postgres: number; meili: number };
  /** A database of its own beside ours, migrated and empty. */
  emptyDatabase(name: string): Promise<Addresses['database']>;
  stop(): Promise<void>;
}

/** What the threads' index is called on the server: search_state knows it. */
export async function threadsIndex(db: pg.Client): Promise<string> {
  const { rows } = await db.query<{ id: string }>(`select value #>> '{}' as id from search_state where name = 'installation'`);
  return `kundig_${rows[0]!.id}_threads`;
}

const RUN = 'bench';

/** PostgreSQL and Meilisearch with the corpus in them: written once, then copied for each run, so that every run starts from the same rows. */
export async function startServers({ folder, posts, seed }: BenchSettings, say: (line: string) => void): Promise<Servers> {
  mkdirSync(folder, { recursive: true, mode: 0o755 }); // PostgreSQL's user, when we are root, keeps its data inside
  const postgres = await countingPostgres(folder);
  const meili = await startMeili({ dataDir: folder });
  if (!meili) throw new Error('The bench needs Meilisearch: see KUNDIG_MEILI_BINARY in docs/guides/running.md.');
  const admin = new pg.Client({ connectionString: postgres.adminUrl });
  await admin.connect();
  admin.on('error', () => undefined);
  const at = (name: string) => ({ url: on(postgres.url, name), ownerUrl: on(postgres.ownerUrl, name) });
  const fresh = async (name: string, template: string) => {
    await admin.query(`drop database if exists ${name} with (force)`);
    await admin.query(`create database ${name} owner kundig_owner template ${template} strategy file_copy`);
    return at(name);
  };
  const stop = async () => {
    await admin.end();
    await Promise.all([postgres.stop(), meili.stop()]);
  };
  try {
    await ensureCorpus();
    const database = await fresh(RUN, 'kundig');
    return { database, meili, admin, pid: { postgres: postgres.pid, meili: meili.pid }, stop, emptyDatabase: async (name) => {
      const empty = await fresh(name, 'template0');
      await migrate(empty.ownerUrl, empty.url);
      return empty;
    } };
  } catch (error) {
    await stop();
    throw error;
  }

  async function ensureCorpus(): Promise<void> {
    const note = join(folder, 'corpus.json');
    const wanted = JSON.stringify({ version: CORPUS_VERSION, posts, seed });
    const isKept = existsSync(note) && readFileSync(note, 'utf8') === wanted;
    const target = isKept ? at('kundig') : await fresh('kundig', 'template0');
    await migrate(target.ownerUrl, target.url); // a kept one may be older than the last migration
    const db = new pg.Client({ connectionString: on(postgres.adminUrl, 'kundig') });
    await db.connect();
    if (!isKept) {
      say(`writing the corpus of ${posts} posts to ${folder}; it is kept`);
      await writeCorpus(db, posts, seed, say);
    }
    if (!(await isIndexed(db))) {
      say('filling the search index');
      const program = await startProgram({ database: target, meili: meili! }, folder, 'worker');
      while (!(await isIndexed(db))) await new Promise((done) => { setTimeout(done, 500); });
      await program.stop();
      await db.query('vacuum (analyze, freeze)');
    }
    await db.end();
    writeFileSync(note, wanted);
  }
}

/** With pg_stat_statements, which has to be there from the start of the server. */
async function countingPostgres(folder: string): Promise<PostgresServer> {
  const first = await startPostgres({ dataDir: folder });
  const admin = new pg.Client({ connectionString: first.adminUrl });
  await admin.connect();
  const { rows } = await admin.query<{ loaded: string }>(`select current_setting('shared_preload_libraries') as loaded`);
  const isThere = rows[0]!.loaded.includes('pg_stat_statements');
  if (!isThere) await admin.query(`alter system set shared_preload_libraries = 'pg_stat_statements'`);
  await admin.end();
  if (isThere) return first;
  await first.stop();
  const second = await startPostgres({ dataDir: folder });
  const again = new pg.Client({ connectionString: second.adminUrl });
  await again.connect();
  await again.query('create extension if not exists pg_stat_statements');
  await again.end();
  return second;
}

/** Whether all of it is in the index, as this program makes its documents. */
async function isIndexed(db: pg.Client): Promise<boolean> {
  const { rows: [state] } = await db.query<{ done: boolean }>(`select exists (select from search_state where name = 'threads' and (value ->> 'version')::int = $1) and not exists (select from search_mark) as done`, [DOCUMENT_VERSION]);
  return state!.done;
}

function on(url: string, name: string): string {
  return Object.assign(new URL(url), { pathname: `/${name}` }).toString();
}
