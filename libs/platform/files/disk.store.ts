import { createReadStream } from 'node:fs';
import { copyFile, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { checkedKey, type FileStore, type LocalFile } from './file.store.js';

/** Files below one folder of this machine, fanned out so that no folder holds more than some thousands. */
export class DiskStore implements FileStore {
  constructor(private readonly folder: string) {}

  async put(key: string, file: LocalFile): Promise<void> {
    const place = this.placeOf(key);
    await mkdir(dirname(place), { recursive: true, mode: 0o700 });
    await flush(file.path);
    try {
      await rename(file.path, place);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
      // the upload lies on another file system: copied beside its place first, so that half a file never stands there
      const beside = `${place}.new`;
      await copyFile(file.path, beside);
      await flush(beside);
      await rename(beside, place);
    }
  }

  async get(key: string): Promise<Readable | null> {
    const handle = await open(this.placeOf(key)).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null;
      throw error;
    });
    return handle && createReadStream('', { fd: handle });
  }

  async remove(key: string): Promise<void> {
    await rm(this.placeOf(key), { force: true });
  }

  private placeOf(key: string): string {
    return join(this.folder, checkedKey(key).slice(0, 2), key.slice(2, 4), key);
  }
}

/** A machine that loses its power must not keep a name for what never reached the disk. */
async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
