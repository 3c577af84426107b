import { chmodSync, existsSync, mkdirSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, sep } from 'node:path';
import { StartError } from './start.error.js';

/** Root's folder may be entered (not read) by PostgreSQL's own user; anybody else's belongs to that person alone. */
const MODE = process.getuid?.() === 0 ? 0o711 : 0o700;

/** Makes the data folder, and proves by writing that it can be written to: rights alone say little on a read-only or full disk. */
export function prepareDataFolder(folder: string): void {
  const probe = join(folder, `write-test.${process.pid}`);
  try {
    makeFolder(folder, MODE);
    writeFileSync(probe, 'x');
    rmSync(probe);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new StartError(`The data folder ${folder} cannot be written to (${REASONS[code ?? ''] ?? code ?? message}).`, 'Make it writable for this user, or choose another: KUNDIG_DATA=/path/to/folder');
  }
}

/**
 * Makes a folder with exactly this mode, whatever the umask. One that exists is left as it is.
 * Step by step, because Node's own `recursive` goes round for ever where a parent refuses with ENOENT (below /proc, for one).
 */
export function makeFolder(folder: string, mode: number): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder), 0o755);
  mkdirSync(folder);
  chmodSync(folder, mode);
}

/**
 * mkdtemp makes folders that only their owner enters. Root's tests would then leave their databases behind elsewhere, so
 * temporary folders are opened up to (not including) the system's own.
 */
export function openThrowAway(folder: string): void {
  if (process.getuid?.() !== 0) return;
  const top = realpathSync(tmpdir());
  for (let step = folder; step.startsWith(`${top}${sep}`); step = dirname(step)) {
    if (existsSync(step)) chmodSync(step, statSync(step).mode | 0o011);
  }
}

const REASONS: Record<string, string> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'a part of that path is a file',
  EEXIST: 'a file has that name',
  ENOENT: 'it cannot be made there',
};
