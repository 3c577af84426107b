import type { Readable } from 'node:stream';

/** Token for the place where files are kept. */
export const FILE_STORE = Symbol('file store');

/** A file on this machine's disk that is whole and known. */
export interface LocalFile {
  path: string;
  bytes: number;
  /** SHA-256 in hex. */
  sha256: string;
}

/** Where files are kept, by key. Streams both ways: memory does not grow with the file. */
export interface FileStore {
  /** Keeps the file; the one at its path may be gone afterwards. Whole or not at all. */
  put(key: string, file: LocalFile): Promise<void>;
  /** Null where there is none. */
  get(key: string): Promise<Readable | null>;
  /** Fine where there is none. */
  remove(key: string): Promise<void>;
}

/** Keys are ours and random; one that is not would be a way out of the folder. */
export function checkedKey(key: string): string {
  if (!/^[0-9a-f]{32}$/.test(key)) throw new Error('A file key is 32 hexadecimal digits.');
  return key;
}
