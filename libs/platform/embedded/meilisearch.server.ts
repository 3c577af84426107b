import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { lockFolder } from './folder.lock.js';
import { LogFile } from './log.file.js';
import { findMeilisearch } from './meilisearch.binary.js';
import { stopLeftoverMeilisearch } from './meilisearch.leftover.js';
import { freePort } from './port.free.js';
import { lastWords } from './postgres.cluster.js';
import { randomPassword, readPrivate, writePrivate } from './private.file.js';
import { ServerChild } from './server.child.js';
import { ServerSupervisor } from './server.supervisor.js';
import { StartError } from './start.error.js';

export interface MeilisearchOptions {
  /** The folder of this instance; the index lies in it. */
  dataDir: string;
  /** A program to run instead of the one that npm brought. */
  binary?: string;
  log?: (line: string) => void;
}

export interface MeilisearchServer {
  url: string;
  /** The master key. */
  key: string;
  readonly pid: number;
  stop(how?: 'orderly' | 'hurried'): Promise<void>;
  onLost(listener: (reason: string) => void): void;
}

export interface MeilisearchSecrets {
  key: string;
  port?: number;
}

/** Its store survives SIGKILL, so it is not waited for as long as PostgreSQL. */
const SIGNALS = {
  orderly: [{ signal: 'SIGTERM', wait: 5_000 }, { signal: 'SIGKILL', wait: 5_000 }],
  hurried: [{ signal: 'SIGKILL', wait: 5_000 }],
} as const;

const TRIES = 5;

/** Starts the Meilisearch of this folder and keeps it running; undefined where no Meilisearch is to be had. */
export async function startMeili({ dataDir, binary, log = () => {} }: MeilisearchOptions): Promise<MeilisearchServer | undefined> {
  const root = resolve(dataDir);
  const folder = join(root, 'meilisearch');
  mkdirSync(folder, { recursive: true });
  const program = await findMeilisearch(root, binary);
  if (!program) {
    log('search runs on PostgreSQL alone: no Meilisearch for this platform came along; set MEILI_URL or KUNDIG_MEILI_BINARY to have one');
    return undefined;
  }
  const lock = await lockFolder(folder);
  try {
    const logFile = new LogFile(join(root, 'logs/meilisearch.log'));
    const secretFile = join(root, 'meilisearch.secret.json');
    const secrets = readPrivate<MeilisearchSecrets>(secretFile) ?? { key: randomPassword() };
    await stopLeftoverMeilisearch(folder, program, log);

    let port = await freePort(secrets.port);
    const launch = () => launchMeilisearch(program, folder, secrets.key, port, logFile);
    const supervisor = new ServerSupervisor({ name: 'Meilisearch', launch, signals: SIGNALS, log });
    for (let attempt = 1; ; attempt++) {
      try {
        await supervisor.start();
        break;
      } catch (error) {
        const text = String(error);
        if (attempt === TRIES) throw error;
        if (/incompatible|db version|VERSION file/i.test(text)) {
          // The index is derived from the database, which fills an empty one again.
          log('the search index was written by another version of Meilisearch: it is made anew from the database');
          rmSync(join(folder, 'data.ms'), { recursive: true, force: true });
        } else if (/address already in use/i.test(text)) port = await freePort();
        else throw error;
      }
    }
    if (secrets.port !== port) writePrivate(secretFile, { ...secrets, port });
    return {
      ...meilisearchAddress(secrets, port),
      get pid() {
        return supervisor.pid;
      },
      stop: (how) => supervisor.stop(how).finally(() => lock.release()),
      onLost: (listener) => supervisor.onLost(listener),
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** The address and key of a Meilisearch that runs on this port. */
export function meilisearchAddress({ key }: MeilisearchSecrets, port: number): { url: string; key: string } {
  return { url: `http://127.0.0.1:${port}`, key };
}

async function launchMeilisearch(program: string, folder: string, key: string, port: number, log: LogFile): Promise<ServerChild> {
  const args = ['--no-analytics', '--env', 'production', '--log-level', 'WARN', '--db-path', join(folder, 'data.ms'), '--http-addr', `127.0.0.1:${port}`];
  // Without these, indexing takes what memory and cores it finds; see the stack page for the measurement.
  const limits = ['--max-indexing-memory', '512MiB', '--max-indexing-threads', '1'];
  // The key goes by the environment: arguments are readable for every user of the machine.
  const child = ServerChild.spawn({ command: program, args: [...args, ...limits], cwd: folder, env: { MEILI_MASTER_KEY: key }, log });
  while (child.isRunning) {
    if (await isHealthy(port)) return child;
    await Promise.race([child.exited, pause(10)]);
  }
  throw new StartError(`Meilisearch did not start: ${lastWords(child.output())}`, `Its own words are in ${log.path}.`);
}

async function isHealthy(port: number): Promise<boolean> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/health`, { signal: AbortSignal.timeout(1000) });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}
