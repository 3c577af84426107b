import { readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Person } from './server.child.js';

/**
 * As whom PostgreSQL runs: it refuses root, so root lends it a person of the system. Data that exists keeps its owner, so that
 * a `postgres` user who is installed later, or a `sudo` in between, changes nothing.
 */
export function postgresPerson(existingData?: string): Person {
  if (process.getuid?.() !== 0) return {};
  if (existingData) {
    const { uid, gid } = statSync(existingData);
    if (uid !== 0) return { uid, gid };
  }
  return systemPerson('postgres') ?? systemPerson('nobody') ?? { uid: 65_534, gid: 65_534 };
}

/** Whether this person can get to a folder. PostgreSQL drops root's rights, so what root can open says nothing. */
export function canReach({ uid, gid }: Person, path: string): boolean {
  if (uid === undefined) return true;
  const step = statSync(path).isDirectory() ? realpathSync(path) : dirname(realpathSync(path));
  for (let folder = step; ; folder = dirname(folder)) {
    const stat = statSync(folder);
    const bit = stat.uid === uid ? 0o100 : stat.gid === gid ? 0o010 : 0o001;
    if ((stat.mode & bit) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}

function systemPerson(name: string): Person | undefined {
  const line = readFileSync('/etc/passwd', 'utf8').split('\n').find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined;
}
