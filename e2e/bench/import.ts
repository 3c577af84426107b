import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { once } from 'node:events';
import { cpuOf, cpuOfFamily } from './processes.js';
import { kundig } from './program.js';
import type { Servers } from './servers.js';
import { writeDump } from './stackexchange-dump.js';

const POSTS = 20_000;

export interface Imported {
  posts: number;
  perSecond: number;
  cpuPerPost: { program: number; database: number };
}

/** A StackExchange dump into an empty database, by the command that people type. */
export async function measureImport(servers: Servers, folder: string): Promise<Imported> {
  const dump = join(folder, `dump-${POSTS}`);
  if (!existsSync(join(dump, 'PostLinks.xml'))) await writeDump(dump, POSTS);
  const database = await servers.emptyDatabase('bench_import');
  const child = kundig(['import', 'stackexchange', dump], { database, meili: servers.meili }, folder);
  let said = '';
  child.stdout!.on('data', (chunk: Buffer) => { said += chunk.toString(); });
  child.stderr!.on('data', (chunk: Buffer) => { said += chunk.toString(); });
  const before = cpuOfFamily(servers.pid.postgres);
  let program = 0;
  const watching = setInterval(() => { program = Math.max(program, cpuOf(child.pid!)); }, 50);
  await once(child, 'exit');
  clearInterval(watching);
  const [, posts, perSecond] = /imported: (\d+) posts in .*?, (\d+) posts\/s/.exec(said) ?? [];
  if (!posts || !perSecond) throw new Error(`the import failed: ${said}`);
  return { posts: Number(posts), perSecond: Number(perSecond), cpuPerPost: { program: program / Number(posts), database: (cpuOfFamily(servers.pid.postgres) - before) / Number(posts) } };
}
