import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openThrowAway } from './data.folder.js';
import { lockFolder } from './folder.lock.js';
import { LogFile } from './log.file.js';
import { freePort } from './port.free.js';
import { packagedPostgres, runnablePostgres } from './postgres.binaries.js';
import { ensureCluster, ensureRoles, lastWords, postgresSecrets, type PostgresSecrets } from './postgres.cluster.js';
import { postgresHome, type PostgresHome } from './postgres.home.js';
import { stopLeftoverPostgres } from './postgres.leftover.js';
import { writePrivate } from './private.file.js';
import { ServerChild } from './server.child.js';
import { ServerSupervisor } from './server.supervisor.js';
import { StartError } from './start.error.js';

export interface PostgresOptions {
  /** The folder of this instance; the database lies in it, or where PostgreSQL's user can reach. */
  dataDir: string;
  /** False: nothing is forced to disk, and a folder below the system's temporary one is opened for PostgreSQL's user. For tests. Default true. */
  durable?: boolean;
  log?: (line: string) => void;
  /** Where root puts what cannot be reached in dataDir. Default /var/lib/kundig. */
  elsewhere?: string;
}

export interface PostgresUrls {
  /** As the application: sees and does what it was granted. */
  url: string;
  /** As the owner of the database, who migrates. */
  ownerUrl: string;
  /** As the superuser, on the database `postgres`: for tests and tools, never for the application. */
  adminUrl: string;
}

export interface PostgresServer extends PostgresUrls {
  /** The postmaster's process; another one after a restart. */
  readonly pid: number;
  /** The folder that holds the cluster. */
  readonly folder: string;
  stop(how?: 'orderly' | 'hurried'): Promise<void>;
  onLost(listener: (reason: string) => void): void;
}

/** Fast shutdown ends sessions and writes a checkpoint; SIGQUIT leaves the rest to recovery at the next start. */
const SIGNALS = {
  orderly: [{ signal: 'SIGINT', wait: 10_000 }, { signal: 'SIGQUIT', wait: 5_000 }, { signal: 'SIGKILL', wait: 5_000 }],
  hurried: [{ signal: 'SIGQUIT', wait: 3_000 }, { signal: 'SIGKILL', wait: 5_000 }],
} as const;

/** A port can be taken between finding and using it, and shared memory outlives a killed postmaster for a moment. */
const PASSING = /Address already in use|pre-existing shared memory block|lock file "postmaster.pid" already exists/;
const TRIES = 20;

/** Starts the PostgreSQL of this folder, at the first time with a new empty database `kundig`, and keeps it running. */
export async function startPostgres({ dataDir, durable = true, log = () => {}, elsewhere }: PostgresOptions): Promise<PostgresServer> {
  const packaged = packagedPostgres();
  if (!packaged) {
    throw new StartError(`PostgreSQL comes along only for Linux on x64, and this is ${process.platform} on ${process.arch} (or it was left out of the install).`, 'Set DATABASE_URL to a PostgreSQL 18 of your own.');
  }
  const folder = resolve(dataDir);
  if (!durable) openThrowAway(folder);
  const home = postgresHome(folder, log, elsewhere);
  const lock = await lockFolder(home.folder);
  try {
    const logFile = new LogFile(join(folder, 'logs/postgres.log'));
    const binaries = await runnablePostgres(packaged, home.person, home.copies);
    const secretFile = join(folder, 'postgres.secret.json');
    const secrets = postgresSecrets(secretFile, home.data);
    await stopLeftoverPostgres(home.data, log);
    await ensureCluster(home, binaries, secrets, logFile, durable);

    let port = await freePort(secrets.port);
    const launch = async () => {
      await stopLeftoverPostgres(home.data, () => {});
      return launchPostgres(home, binaries, port, durable, logFile);
    };
    const supervisor = new ServerSupervisor({ name: 'PostgreSQL', launch, signals: SIGNALS, log });
    for (let attempt = 1; ; attempt++) {
      try {
        await supervisor.start();
        break;
      } catch (error) {
        if (attempt === TRIES || !PASSING.test(String(error))) throw error;
        await pause(250);
        port = await freePort(port);
      }
    }
    try {
      await ensureRoles(home, secrets, port);
      if (secrets.port !== port) writePrivate(secretFile, { ...secrets, port });
    } catch (error) {
      await supervisor.stop();
      throw error;
    }
    return {
      ...postgresUrls(secrets, port),
      folder: home.folder,
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

/** The addresses of a database that runs on this port. */
export function postgresUrls(secrets: PostgresSecrets, port: number): PostgresUrls {
  const at = `127.0.0.1:${port}`;
  return {
    url: `postgres://kundig_app:${secrets.app}@${at}/kundig`,
    ownerUrl: `postgres://kundig_owner:${secrets.owner}@${at}/kundig`,
    adminUrl: `postgres://postgres:${secrets.admin}@${at}/postgres`,
  };
}

async function launchPostgres({ data, person }: PostgresHome, binaries: string, port: number, durable: boolean, log: LogFile): Promise<ServerChild> {
  const settings = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '', // a socket in /tmp would let any local user knock
    max_connections: 100,
    shared_buffers: durable ? '128MB' : '32MB',
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  const args = ['-D', data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
  const child = ServerChild.spawn({ command: join(binaries, 'bin/postgres'), args, cwd: data, log, ...person });
  while (child.isRunning) {
    if (isReady(data, child.pid)) return child;
    await Promise.race([child.exited, pause(10)]);
  }
  throw new StartError(`PostgreSQL did not start: ${lastWords(child.output())}`, `Its own words are in ${log.path}.`);
}

/** The eighth line of postmaster.pid is what pg_ctl itself waits for: it becomes "ready" when recovery is done. */
function isReady(data: string, pid: number): boolean {
  const file = join(data, 'postmaster.pid');
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
  return lines[0] === String(pid) && lines[7]?.trim() === 'ready';
}
