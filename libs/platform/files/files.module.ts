import { join } from 'node:path';
import { Global, Module } from '@nestjs/common';
import { RUNTIME, type Runtime } from '#platform/runtime';
import { DiskStore } from './disk.store.js';
import { FileExaminer } from './file.examiner.js';
import { FILE_STORE, type FileStore } from './file.store.js';
import { S3Store } from './s3.store.js';
import { UploadReader } from './upload.reader.js';

@Global()
@Module({
  providers: [
    { provide: FILE_STORE, inject: [RUNTIME], useFactory: ({ settings }: Runtime): FileStore => (settings.filesS3 ? new S3Store(settings.filesS3) : new DiskStore(join(settings.dataDir, 'files'))) },
    FileExaminer,
    UploadReader,
  ],
  exports: [FILE_STORE, FileExaminer, UploadReader],
})
export class FilesModule {}
