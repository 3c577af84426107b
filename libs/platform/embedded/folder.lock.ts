import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { identityOf, isAlive } from './process.identity.js';
import { StartError } from './start.error.js';

/** Two that start in the same moment see each other and both step back; so many times before one gives up. */
const TRIES = 6;

const NAME = /^in-use-by\.(.+)\.[a-z0-9]+$/;

/**
 * Makes this folder ours until `release`, or until this process is gone.
 *
 * Each process writes a file that carries its own identity, and only then looks for others. Whoever looks last sees the
 * other, so two can never both hold the folder; and a dead one's file can be removed by anybody at any time,
 * because an identity never comes back. (One shared file would have to be stolen from the dead, which two can do at once.)
 */
export async function lockFolder(folder: string): Promise<{ release(): void }> {
  mkdirSync(folder, { recursive: true });
  const own = `in-use-by.${identityOf(process.pid)}.${Math.random().toString(36).slice(2)}`;
  for (let attempt = 1; ; attempt++) {
    writeFileSync(join(folder, own), '', { mode: 0o600 });
    const other = othersIn(folder, own)[0];
    if (!other) return { release: () => rmSync(join(folder, own), { force: true }) };

    rmSync(join(folder, own), { force: true });
    if (attempt === TRIES) {
      throw new StartError(
        `The folder ${folder} is in use by another Kundig (process ${Number.parseInt(other, 10)}).`,
        'Stop that one first, or give this one a folder of its own: KUNDIG_DATA=./another-folder',
      );
    }
    await pause(20 + Math.random() * 100);
  }
}

/** Whether a living process holds this folder now. */
export function isLocked(folder: string): boolean {
  return existsSync(folder) && othersIn(folder, '').length > 0;
}

function othersIn(folder: string, own: string): string[] {
  const living: string[] = [];
  for (const file of readdirSync(folder)) {
    const identity = file === own ? undefined : NAME.exec(file)?.[1];
    if (!identity) continue;
    if (isAlive(identity)) living.push(identity);
    else rmSync(join(folder, file), { force: true });
  }
  return living;
}
