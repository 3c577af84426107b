import { Global, Module } from '@nestjs/common';
import { RUNTIME, type Runtime } from '#platform/runtime';
import { FileExaminer } from './file.examiner.js';
import { FILE_STORE } from './file.store.js';
import { fileStoreOf } from './file.store.choice.js';
import { UploadReader } from './upload.reader.js';

@Global()
@Module({
  providers: [
    { provide: FILE_STORE, inject: [RUNTIME], useFactory: ({ settings }: Runtime) => fileStoreOf(settings) },
    FileExaminer,
    UploadReader,
  ],
  exports: [FILE_STORE, FileExaminer, UploadReader],
})
export class FilesModule {}
