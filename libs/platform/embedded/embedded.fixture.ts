import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';

/** For this room's specs only: a folder that goes away, a look into a database, and a Kundig that can be killed. */
export const ROOT = process.cwd(); // npm and Jest start there

export function temporaryFolder(): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'kundig-embedded-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

export async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client(url);
  client.on('error', () => {}); // a server that is killed under us
  await client.connect();
  try {
    return (await client.query(sql)).rows as Record<string, unknown>[];
  } finally {
    await client.end().catch(() => {});
  }
}

export async function until(what: () => boolean | Promise<boolean>, milliseconds = 10_000): Promise<void> {
  const end = Date.now() + milliseconds;
  while (!(await what())) {
    if (Date.now() > end) throw new Error(`waited ${milliseconds} ms in vain for ${String(what)}`);
    await new Promise((done) => setTimeout(done, 20));
  }
}

/** A process of its own that starts both servers and then sleeps; `said` collects its lines. */
export function embeddedProcess(dataDir: string): { child: ChildProcess; said: string[] } {
  execFileSync(process.execPath, [join(ROOT, 'scripts/build.mjs')]);
  const script = `
    import { startEmbedded } from ${JSON.stringify(join(ROOT, 'dist/libs/platform/embedded/index.js'))};
    try {
      const embedded = await startEmbedded({ dataDir: ${JSON.stringify(dataDir)}, postgres: true, meili: true, log: console.log });
      console.log('ready ' + JSON.stringify(embedded));
      setInterval(() => {}, 1000);
      process.on('SIGTERM', () => embedded.stop().finally(() => process.exit()));
    } catch (error) {
      console.log(error.line ?? error.stack);
      process.exit(1);
    }`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  const said: string[] = [];
  child.stdout.on('data', (chunk: Buffer) => said.push(...chunk.toString().trim().split('\n')));
  return { child, said };
}
