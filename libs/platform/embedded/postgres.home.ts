import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder, prepareDataFolder } from './data.folder.js';
import { canReach, postgresPerson } from './server.person.js';
import type { Person } from './server.child.js';
import { StartError } from './start.error.js';

/** Where root puts what PostgreSQL's own person must reach, when it cannot reach the data folder. */
export const ELSEWHERE = '/var/lib/kundig';

export interface PostgresHome {
  /** The folder around the cluster. */
  folder: string;
  /** PostgreSQL's own data directory in it. */
  data: string;
  person: Person;
  /** Where a copy of the programs may go. */
  copies: string;
}

/** Finds the cluster of this data folder, or a place for a new one which PostgreSQL's person can reach. */
export function postgresHome(dataDir: string, log: (line: string) => void, elsewhere = ELSEWHERE): PostgresHome {
  prepareDataFolder(dataDir);
  const pointer = join(dataDir, 'postgres.location');
  const remembered = existsSync(pointer) ? readFileSync(pointer, 'utf8').trim() : undefined;
  if (remembered && !existsSync(remembered)) {
    throw new StartError(
      `The database of ${dataDir} should lie in ${remembered}, which is not there.`,
      `Put that folder back; or, to begin with an empty database, delete ${pointer}.`,
    );
  }
  const folder = remembered ?? join(dataDir, 'postgres');
  const data = join(folder, 'data');
  const person = postgresPerson(existsSync(data) ? data : undefined);
  const copies = person.uid === undefined ? dataDir : elsewhere;
  if (existsSync(data) || canReach(person, dataDir)) {
    makeFolder(folder, person.uid === undefined ? 0o700 : 0o711);
    if (!canReach(person, folder)) throw nowhere(folder);
    if (remembered) log(`the database lies in ${folder}`);
    return { folder, data, person, copies };
  }

  const other = remembered ?? join(elsewhere, randomBytes(8).toString('hex'));
  try {
    makeFolder(elsewhere, 0o755);
    makeFolder(other, 0o711);
  } catch {
    throw nowhere(dataDir);
  }
  if (!canReach(person, other)) throw nowhere(dataDir);
  // Remembered before anything is in it: a start that is killed now finds this folder again.
  writeFileSync(pointer, `${other}\n`, { flush: true });
  log(`the database lies in ${other}, because PostgreSQL does not run as root and its own user cannot reach ${dataDir}`);
  return { folder: other, data: join(other, 'data'), person, copies };
}

function nowhere(folder: string): StartError {
  return new StartError(
    `PostgreSQL does not run as root, and its own user can reach neither ${folder} nor ${ELSEWHERE}.`,
    'Start Kundig as an ordinary user, or set KUNDIG_DATA to a folder that everybody may enter, for example /srv/kundig.',
  );
}
