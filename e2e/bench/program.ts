import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { freePort } from '#platform/embedded';
import type { Addresses } from './servers.js';

const MAIN = join(import.meta.dirname, '../../apps/kundig/main.js');

export interface Program {
  port: number;
  pid: number;
  stop(): Promise<void>;
}

/** The built `kundig start`, as a process of its own beside servers that run already. */
export async function startProgram(addresses: Addresses, folder: string, roles: string): Promise<Program> {
  const port = await freePort();
  const child = kundig(['start'], addresses, folder, { PORT: String(port), KUNDIG_ROLES: roles, KUNDIG_LIMITS: 'wide', LOG_LEVEL: 'warn' });
  process.once('exit', () => child.kill()); // also when the bench fails
  let said = '';
  child.stderr!.on('data', (chunk: Buffer) => process.stderr.write(chunk));
  await new Promise<void>((ready, failed) => {
    child.stdout!.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('Kundig is ready')) ready();
    });
    child.once('exit', () => failed(new Error(`the program ended instead of starting: ${said}`)));
  });
  return {
    port,
    pid: child.pid!,
    stop: async () => {
      child.kill('SIGTERM');
      if (child.exitCode === null) await once(child, 'exit');
    },
  };
}

/** A command of the built program. */
export function kundig(args: string[], { database, meili }: Addresses, folder: string, more: Record<string, string> = {}): ChildProcess {
  const env = { PATH: process.env.PATH, NODE_OPTIONS: process.env.BENCH_NODE_OPTIONS ?? '', KUNDIG_DATA: folder, DATABASE_URL: database.url, DATABASE_OWNER_URL: database.ownerUrl, MEILI_URL: meili.url, MEILI_KEY: meili.key, ...more };
  return spawn(process.execPath, [MAIN, ...args], { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
}
