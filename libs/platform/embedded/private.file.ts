import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';

/** Reads a JSON file that only its owner may read, or undefined where there is none. */
export function readPrivate<T>(path: string): T | undefined {
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as T) : undefined;
}

/** Writes it whole or not at all: a start that is killed here must not leave half a password behind. */
export function writePrivate(path: string, content: unknown): void {
  const whole = `${path}.${process.pid}.new`;
  writeFileSync(whole, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600, flush: true });
  renameSync(whole, path);
}

/** A password that needs no escaping in a URL, in SQL or in a shell. */
export function randomPassword(): string {
  return randomBytes(24).toString('base64url');
}
