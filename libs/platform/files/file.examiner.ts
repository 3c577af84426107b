import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { fileTypeFromBuffer } from 'file-type';
import { Injectable } from '@nestjs/common';
import { type FieldCode, invalid, type Refused } from '#platform/graphql';
import { cleanFileName } from './file.name.js';
import type { LocalFile } from './file.store.js';
import { cleanImage, type Small } from './image.cleaner.js';
import { isPlainText } from './text.check.js';
import { type SentFile, UPLOAD_BYTES_MOST } from './upload.reader.js';

const IMAGE_BYTES_MOST = 10_000_000; // a photograph of a good phone
const IMAGES = new Set(['image/jpeg', 'image/png', 'image/apng', 'image/webp', 'image/gif', 'image/avif']);
const TEXT_ENDINGS = ['txt', 'log', 'csv', 'md', 'json', 'conf', 'cfg', 'ini', 'yaml', 'yml'];
const HEAD = 256 * 1024; // bytes by which a kind is told; an archive's first entries say what it really is
const PAGE_IN_HEAD = /<(?:html|script|svg|body|iframe)/i; // a document that is a page, too
const WHERE_A_PAGE_STARTS = 1_024; // bytes that browsers look at when they guess

/** A file as it may be kept and given out. */
export interface SafeFile extends LocalFile {
  name: string;
  mime: string;
  /** Null where it is no picture. */
  size: { width: number; height: number } | null;
}

/** Tells by its content what a file is, whatever its name says, and takes only what harms nobody who opens it. */
@Injectable()
export class FileExaminer {
  /** `small`: what a picture is made into; one that is not said to be small keeps its size. */
  async examine(file: SentFile, small?: Small): Promise<SafeFile> {
    if (file.isTooLarge) throw refusal(file, 'file-too-large', UPLOAD_BYTES_MOST);
    if (file.bytes === 0) throw refusal(file, 'file-empty');
    const head = await headOf(file.path);
    const kind = await fileTypeFromBuffer(head).catch(() => undefined);
    if (kind && IMAGES.has(kind.mime)) return this.image(file, small);
    if (kind?.mime === 'application/pdf' && !PAGE_IN_HEAD.test(head.toString('latin1', 0, WHERE_A_PAGE_STARTS))) return safe(file, 'pdf', kind.mime);
    if (kind?.mime === 'application/zip') return safe(file, 'zip', kind.mime);
    if (!kind && (await isPlainText(file.path))) {
      const said = file.name.split('.').at(-1)!.toLowerCase();
      return safe(file, TEXT_ENDINGS.includes(said) ? said : 'txt', 'text/plain; charset=utf-8');
    }
    throw refusal(file, 'file-kind');
  }

  private async image(file: SentFile, small?: Small): Promise<SafeFile> {
    if (file.bytes > IMAGE_BYTES_MOST) throw refusal(file, 'file-too-large', IMAGE_BYTES_MOST);
    const path = `${file.path}.clean`;
    const made = await cleanImage(file.path, path, small);
    if (typeof made === 'string') throw refusal(file, made);
    const { size } = await stat(path);
    return { ...(await safe({ ...file, path, bytes: size }, made.ending, made.mime)), size: { width: made.width, height: made.height } };
  }
}

async function safe(file: SentFile, ending: string, mime: string): Promise<SafeFile> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file.path)) hash.update(chunk as Buffer);
  return { path: file.path, bytes: file.bytes, sha256: hash.digest('hex'), name: cleanFileName(file.name, ending), mime, size: null };
}

/** At the field of the form, naming which of several it was. */
function refusal({ name }: SentFile, code: FieldCode, bytes?: number): Refused {
  return invalid({ field: 'files', code, limit: bytes && bytes / 1_000_000, value: cleanFileName(name, '').slice(0, -1) });
}

async function headOf(path: string): Promise<Buffer> {
  const handle = await open(path);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD), 0, HEAD, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}
