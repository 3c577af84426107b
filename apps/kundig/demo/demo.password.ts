import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { readPrivate, writePrivate } from '#platform/embedded';

const BYTES = 9; // twelve letters: typed once, and nobody guesses it

/** One for all logins of the demo, made at the first start and kept in the data folder for its owner alone. */
export function demoPassword(dataDir: string): string {
  const path = join(dataDir, 'demo.json');
  const kept = readPrivate<{ password: string }>(path);
  if (kept) return kept.password;
  const password = randomBytes(BYTES).toString('base64url');
  writePrivate(path, { password });
  return password;
}
