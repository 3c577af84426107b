/** Files that people send: read as streams with limits, told by their content, pictures made anew, kept on disk or in S3. */
export { FilesModule } from './files.module.js';
export { FILE_STORE, type FileStore, type LocalFile } from './file.store.js';
export { fileStoreOf } from './file.store.choice.js';
export { type Upload, UPLOAD_BYTES_MOST, type SentFile, UploadReader, type UploadRules } from './upload.reader.js';
export { FileExaminer, type SafeFile } from './file.examiner.js';
export { cleanFileName, fileSlug } from './file.name.js';
