import { join } from 'node:path';
import type { Settings } from '#platform/config';
import { DiskStore } from './disk.store.js';
import type { FileStore } from './file.store.js';
import { S3Store } from './s3.store.js';

/** The store that the settings name: S3, or this machine's data folder. */
export function fileStoreOf({ filesS3, dataDir }: Settings): FileStore {
  return filesS3 ? new S3Store(filesS3) : new DiskStore(join(dataDir, 'files'));
}
