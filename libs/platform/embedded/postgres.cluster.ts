import { chownSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import type { LogFile } from './log.file.js';
import { randomPassword, readPrivate, writePrivate } from './private.file.js';
import type { PostgresHome } from './postgres.home.js';
import { stopLeftoverInitdb } from './postgres.leftover.js';
import { ServerChild } from './server.child.js';
import { StartError } from './start.error.js';

const MAJOR = '18';

export interface PostgresSecrets {
  admin: string;
  owner: string;
  app: string;
  /** The port of last time, taken again if it is free, so that a person's own psql settings stay good. */
  port?: number;
}

/** The passwords of this data folder's database; made at the first start, before anything uses them. */
export function postgresSecrets(file: string, data: string): PostgresSecrets {
  const known = readPrivate<PostgresSecrets>(file);
  if (known) return known;
  if (existsSync(data)) {
    throw new StartError(`There is a database in ${data}, but its passwords in ${file} are missing.`, 'Put that file back from a backup, next to the data that it belongs to.');
  }
  const made = { admin: randomPassword(), owner: randomPassword(), app: randomPassword() };
  writePrivate(file, made);
  return made;
}

/** Makes the cluster, once. It is built beside its place and moved there when whole, so a killed initdb is simply begun again. */
export async function ensureCluster(home: PostgresHome, binaries: string, secrets: PostgresSecrets, log: LogFile, durable: boolean): Promise<void> {
  const { folder, data, person } = home;
  if (existsSync(data)) return refuseOtherVersion(data);
  await stopLeftoverInitdb(folder);
  for (const entry of readdirSync(folder)) if (entry.startsWith('new-')) rmSync(join(folder, entry), { recursive: true, force: true });

  const half = join(folder, `new-${process.pid}`);
  const passwordFile = join(folder, `new-${process.pid}.password`);
  mkdirSync(half, { mode: 0o700 });
  writeFileSync(passwordFile, `${secrets.admin}\n`, { mode: 0o600 });
  if (person.uid !== undefined && person.gid !== undefined) for (const path of [half, passwordFile]) chownSync(path, person.uid, person.gid);

  const args = ['-D', half, '--username=postgres', `--pwfile=${passwordFile}`, '--auth=scram-sha-256', '--encoding=UTF8'];
  const locale = ['--locale-provider=icu', '--icu-locale=en', '--locale=C.UTF-8'];
  const initdb = ServerChild.spawn({ command: join(binaries, 'bin/initdb'), args: [...args, ...locale, ...(durable ? [] : ['--no-sync'])], cwd: folder, log, ...person });
  const reason = await initdb.exited;
  rmSync(passwordFile, { force: true });
  if (reason !== 'ended with code 0') {
    throw new StartError(`The database could not be made: initdb ${reason}: ${lastWords(initdb.output())}`, `Its own words are in ${log.path}.`);
  }
  renameSync(half, data);
}

/**
 * Makes the roles and the database, once. The owner migrates and owns every table; the application gets nothing here but the
 * right to come in, so that a hole in it cannot alter or drop what it works with.
 */
export async function ensureRoles(home: PostgresHome, secrets: PostgresSecrets, port: number): Promise<void> {
  const done = join(home.folder, 'roles-made');
  if (existsSync(done)) return;
  await withAdmin(secrets, port, 'postgres', async (client) => {
    for (const [role, password] of [['kundig_owner', secrets.owner], ['kundig_app', secrets.app]] as const) {
      const known = await client.query('select from pg_roles where rolname = $1', [role]);
      await client.query(`${known.rowCount ? 'alter' : 'create'} role ${role} login password '${password}'`);
    }
    const database = await client.query("select from pg_database where datname = 'kundig'");
    if (!database.rowCount) await client.query('create database kundig owner kundig_owner');
    await client.query('revoke all on database kundig from public');
    await client.query('grant connect on database kundig to kundig_app');
  });
  await withAdmin(secrets, port, 'kundig', async (client) => {
    await client.query('revoke all on schema public from public');
    await client.query('grant usage on schema public to kundig_app');
  });
  writeFileSync(done, '', { flush: true });
}

async function withAdmin(secrets: PostgresSecrets, port: number, database: string, work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ host: '127.0.0.1', port, user: 'postgres', password: secrets.admin, database });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

function refuseOtherVersion(data: string): void {
  const version = readFileSync(join(data, 'PG_VERSION'), 'utf8').trim();
  if (version === MAJOR) return;
  throw new StartError(
    `The database in ${data} was written by PostgreSQL ${version}; this Kundig brings PostgreSQL ${MAJOR}.`,
    'Start it with the Kundig that wrote it, make a backup there, and restore that here.',
  );
}

/** The line that says why, out of what a server wrote. */
export function lastWords(output: string): string {
  const lines = output.trim().split('\n').filter(Boolean);
  const telling = lines.filter((line) => /fatal|error|panic/i.test(line)).at(-1) ?? lines.at(-1) ?? 'it said nothing';
  return telling.replace(/^.*?(FATAL|PANIC|ERROR|error): */, '').trim();
}
