import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { identityOf, processesIn } from './process.identity.js';
import { StartError } from './start.error.js';

/** How a server that lost its Kundig is asked to end: fast, then at once, then not asked. */
const WAYS: readonly { signal: NodeJS.Signals; wait: number }[] = [
  { signal: 'SIGINT', wait: 10_000 },
  { signal: 'SIGQUIT', wait: 5_000 },
  { signal: 'SIGKILL', wait: 5_000 },
];

/**
 * Stops what a killed Kundig left running in this data directory. Nothing is killed that does not work in that very folder, so a
 * number which was given to another process since is safe. When the postmaster itself was killed, its backends end by
 * themselves, and until then their shared memory keeps a new one from starting: they are waited for the same way.
 */
export async function stopLeftoverPostgres(data: string, log: (line: string) => void): Promise<void> {
  if (!existsSync(join(data, 'postmaster.pid'))) return;
  let told = false;
  for (const { signal, wait } of WAYS) {
    for (const end = Date.now() + wait; Date.now() < end; await pause(25)) {
      const living = processesIn(data, 'postgres');
      if (living.length === 0) return forgetReusedPid(data);
      const postmaster = pidIn(data);
      const asked = living.includes(postmaster) ? [postmaster] : signal === 'SIGINT' ? [] : living;
      if (!told) log(`stopping the PostgreSQL that an earlier Kundig left behind (process ${postmaster})`);
      if (!told || signal !== 'SIGINT') asked.forEach((pid) => signalTo(pid, signal));
      told = true;
    }
  }
  throw new StartError(`A PostgreSQL of an earlier Kundig does not end (process ${pidIn(data)}).`, 'Look at that process and end it, then start again.');
}

/** Ends an initdb that goes on without the Kundig which began it, before its half-made folder is removed. */
export async function stopLeftoverInitdb(folder: string): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    const living = [...processesIn(folder, 'initdb'), ...processesIn(folder, 'postgres')];
    if (living.length === 0) return;
    living.forEach((pid) => signalTo(pid, 'SIGKILL'));
    await pause(50);
  }
}

/**
 * PostgreSQL trusts a number in postmaster.pid that belongs to some living process of its user, whoever that is now, and refuses
 * to start. Nobody works in the folder any more, so then the file may go; in all other cases it stays, for PostgreSQL's own checks.
 */
function forgetReusedPid(data: string): void {
  if (identityOf(pidIn(data))) rmSync(join(data, 'postmaster.pid'), { force: true });
}

function pidIn(data: string): number {
  const file = join(data, 'postmaster.pid');
  return existsSync(file) ? Number.parseInt(readFileSync(file, 'utf8'), 10) || 0 : 0;
}

function signalTo(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It ended by itself meanwhile, which is what was wanted.
  }
}
