import { closeSync, fstatSync, mkdirSync, openSync, readSync, statSync, truncateSync } from 'node:fs';
import { dirname } from 'node:path';

/** A log that grew beyond this is begun anew at the next start, so that a forgotten instance does not fill its disk. */
const MOST_BYTES = 10 * 1024 * 1024;

/** Where a server's own output goes, and what it said since `mark`. */
export class LogFile {
  private from = 0;

  constructor(readonly path: string) {
    mkdirSync(dirname(path), { recursive: true });
    if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > MOST_BYTES) truncateSync(path);
  }

  /** Opens the file for a server to write to; what is written from here on is what `sinceOpened` tells. */
  open(): number {
    const file = openSync(this.path, 'a', 0o600);
    this.from = fstatSync(file).size;
    return file;
  }

  sinceOpened(): string {
    const file = openSync(this.path, 'r');
    try {
      const buffer = Buffer.alloc(Math.min(Math.max(fstatSync(file).size - this.from, 0), 64 * 1024));
      return buffer.toString('utf8', 0, readSync(file, buffer, 0, buffer.length, this.from));
    } finally {
      closeSync(file);
    }
  }
}
