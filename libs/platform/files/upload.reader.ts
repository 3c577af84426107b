import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Busboy, type BusboyFileStream, type BusboyHeaders } from '@fastify/busboy';
import { HttpException, Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { Request } from 'express';
import { RUNTIME, type Runtime } from '#platform/runtime';
import { type Pace, USUAL_PACE, watchPace } from './upload.pace.js';

export const UPLOAD_BYTES_MOST = 25_000_000; // a log, a manual, a configuration; films are for elsewhere

const AT_ONCE = 20; // uploads that one process writes to its disk at the same time
const AT_ONCE_EACH = 3; // of them by one member: a slow line sends two files side by side
const TRIES_AN_HOUR = 100; // by one member with one process: what is refused costs work, too
const HOUR_MS = 3_600_000;
const TEXT_BYTES_MOST = 1_000_000; // as for forms without files
const FIELDS_MOST = 60; // twice what the longest form has
const ENVELOPE = 64_000; // what names and boundaries take beside the files
const FORGOTTEN_MS = HOUR_MS; // what lies here so long was left by a process that was killed

export interface UploadRules {
  /** Who sends; null: their files are counted, not kept. */
  by: string | null;
  files: number;
  /** Bytes that are read in all before the rest is left unread. A form is read on beyond a file that is too large, so that its text is not lost. */
  bytes: number;
}

/** A file as it came, not yet looked at. */
export interface SentFile {
  path: string;
  /** As the sender wrote it. */
  name: string;
  bytes: number;
  isTooLarge: boolean;
}

/** What a form with files held. */
export interface Upload {
  texts: Record<string, string>;
  files: SentFile[];
  /** Files came that nobody may keep, or more than there may be. */
  leftOut: number;
  /** When its sender may send files again, where these were left out because they send too many. */
  retryAt: Date | null;
  /** The rest was not read: the connection is to be closed with the answer. */
  isCutOff: boolean;
  /** Removes what was written; to be called whatever happens. */
  discard(): Promise<void>;
}

/** Reads a form with files (multipart): texts to memory, within limits; files to disk as they come. */
@Injectable()
export class UploadReader implements OnApplicationBootstrap {
  /** How slowly it may come; tests are in a hurry. */
  pace: Pace = USUAL_PACE;
  private readonly folder: string;
  private readonly underWay = new Map<string, number>();
  private readonly tries = new Map<string, number>();
  private hour = Date.now();

  constructor(@Inject(RUNTIME) { settings }: Runtime) {
    this.folder = join(settings.dataDir, 'uploads');
  }

  async onApplicationBootstrap(): Promise<void> {
    for (const name of await readdir(this.folder).catch(() => [])) {
      const path = join(this.folder, name);
      const found = await stat(path).catch(() => null);
      if (found && Date.now() - found.mtimeMs > FORGOTTEN_MS) await rm(path, { recursive: true, force: true });
    }
  }

  async read(request: IncomingMessage, rules: UploadRules): Promise<Upload> {
    const retryAt = rules.by === null ? null : this.retryAt(rules.by);
    const { by } = rules;
    if (by === null || retryAt) return { ...(await new Reading(request, { ...rules, by: null }, this.pace, '').done()), retryAt };
    const own = join(this.folder, randomBytes(12).toString('hex'));
    this.underWay.set(by, (this.underWay.get(by) ?? 0) + 1);
    try {
      await mkdir(own, { recursive: true, mode: 0o700 });
      return await new Reading(request, rules, this.pace, own).done();
    } catch (error) {
      await rm(own, { recursive: true, force: true });
      throw error;
    } finally {
      const left = this.underWay.get(by)! - 1;
      if (left > 0) this.underWay.set(by, left);
      else this.underWay.delete(by);
    }
  }

  /** How many are being kept at the moment. */
  get busy(): number {
    return [...this.underWay.values()].reduce((sum, count) => sum + count, 0);
  }

  /** Null where the member may send now, which then counts. */
  private retryAt(by: string): Date | null {
    const now = Date.now();
    if (now - this.hour >= HOUR_MS) {
      this.hour = now;
      this.tries.clear();
    }
    const tries = this.tries.get(by) ?? 0;
    if (tries >= TRIES_AN_HOUR) return new Date(this.hour + HOUR_MS);
    if (this.busy >= AT_ONCE || (this.underWay.get(by) ?? 0) >= AT_ONCE_EACH) return new Date(now + 10_000);
    this.tries.set(by, tries + 1);
    return null;
  }
}

/** One request being read. */
class Reading {
  private readonly texts = Object.create(null) as Record<string, string>;
  private readonly writing: Promise<SentFile>[] = [];
  private readonly streams = new Set<BusboyFileStream>();
  private textBytes = 0;
  private leftOut = 0;
  private isCutOff = false;

  constructor(
    private readonly request: IncomingMessage,
    private readonly rules: UploadRules,
    private readonly pace: Pace,
    private readonly folder: string,
  ) {}

  async done(): Promise<Upload> {
    try {
      await this.parsed();
    } finally {
      if (this.isCutOff || !this.request.complete) for (const stream of this.streams) stream.destroy(new Error('cut off'));
      await Promise.allSettled(this.writing);
    }
    if (this.textBytes > TEXT_BYTES_MOST) throw new HttpException('The texts of this form are too long.', 413);
    const discard = async () => (this.rules.by === null ? undefined : rm(this.folder, { recursive: true, force: true }));
    return { texts: { ...this.texts }, files: await Promise.all(this.writing), leftOut: this.leftOut, retryAt: null, isCutOff: this.isCutOff, discard };
  }

  private parsed(): Promise<void> {
    const { request, rules } = this;
    return new Promise((resolve, reject) => {
      const busboy = busboyFor(request, rules);
      let received = 0;
      const leave = (settle: () => void) => {
        endWatch();
        request.unpipe(busboy).off('data', count).off('close', gone);
        settle();
      };
      const count = (chunk: Buffer) => {
        received += chunk.length;
        if (received <= rules.bytes + ENVELOPE) return;
        this.isCutOff = true;
        request.pause();
        leave(resolve);
      };
      const gone = () => {
        if (!request.complete) leave(() => reject(new HttpException('The request ended too early.', 400)));
      };
      const endWatch = watchPace(request, this.pace, () => {
        request.pause();
        (request as Request).res?.set('Connection', 'close'); // the rest is left unread
        leave(() => reject(new HttpException('It came too slowly: nothing was kept. Please try again over a faster connection, or send a smaller file.', 408)));
      });
      busboy.on('field', (name, value) => this.text(name, value));
      busboy.on('file', (_field, stream, name) => this.file(stream, name));
      busboy.on('filesLimit', () => (this.leftOut += 1));
      busboy.on('finish', () => leave(resolve));
      busboy.on('error', () => leave(() => reject(new HttpException('This form cannot be read.', 400))));
      request.on('data', count).on('close', gone);
      request.pipe(busboy);
      if (request.destroyed) gone();
    });
  }

  private text(name: string, value: string): void {
    this.textBytes += Buffer.byteLength(value);
    if (this.textBytes <= TEXT_BYTES_MOST) this.texts[name] ??= value;
  }

  private file(stream: BusboyFileStream, name: string | undefined): void {
    if (!name) return void stream.resume(); // a browser sends an empty part where no file was chosen
    if (this.rules.by === null) {
      this.leftOut += 1;
      return void stream.resume();
    }
    this.streams.add(stream);
    const kept = this.keep(stream, name);
    kept.catch(() => undefined); // told where all are awaited
    this.writing.push(kept);
  }

  private async keep(stream: BusboyFileStream, name: string): Promise<SentFile> {
    const path = join(this.folder, String(this.writing.length));
    const sent = { path, name, bytes: 0, isTooLarge: false };
    try {
      await pipeline(stream, createWriteStream(path, { mode: 0o600 }));
    } catch (error) {
      if (!this.isCutOff) throw error;
    } finally {
      this.streams.delete(stream);
    }
    if (stream.truncated || this.isCutOff) {
      await rm(path, { force: true });
      return { ...sent, isTooLarge: true };
    }
    return { ...sent, bytes: stream.bytesRead };
  }
}

function busboyFor(request: IncomingMessage, rules: UploadRules) {
  try {
    return new Busboy({
      headers: request.headers as BusboyHeaders,
      limits: { fieldNameSize: 100, fieldSize: TEXT_BYTES_MOST + 1, fields: FIELDS_MOST, files: rules.files, parts: FIELDS_MOST + rules.files + 10, fileSize: UPLOAD_BYTES_MOST, headerPairs: 20, headerSize: 8_192 },
    });
  } catch {
    throw new HttpException('This form cannot be read.', 400);
  }
}
