import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Inject, Injectable } from '@nestjs/common';
import yazl from 'yazl';
import type { Language } from '#platform/access';
import { Database } from '#platform/database';
import { Events } from '#platform/events';
import { FILE_STORE, type FileStore } from '#platform/files';
import { RUNTIME, type Runtime, SiteName } from '#platform/runtime';
import { exportFolder } from './data-export.service.js';
import { type ExportPart, PARTS } from './export.parts.js';
import { readmeOf } from './export.readme.js';

export const BATCH = 500; // rows read by one statement: the longest posts of all are 15 MB
const KEPT_DAYS = 7;
const STAYS = 'not exists (select from erasure e where e.member_id = x.member_id)'; // who has left is sent nothing any more

interface Row extends Record<string, unknown> {
  key: string;
}

interface SentFile {
  as: string;
  id: string;
  mime: string;
}

/** Puts a member's data together: streamed from the database and the file store into one ZIP, so that memory does not grow with it. */
@Injectable()
export class ExportWriter {
  private readonly folder: string;

  constructor(
    private readonly db: Database,
    private readonly events: Events,
    private readonly siteName: SiteName,
    @Inject(FILE_STORE) private readonly store: FileStore,
    @Inject(RUNTIME) { settings }: Runtime,
  ) {
    this.folder = exportFolder(settings.dataDir);
  }

  /** Makes the export from its beginning: a job that died in the middle leaves nothing but a file that this one writes over. */
  async make(exportId: string): Promise<void> {
    const asked = await this.db.one<{ key: string; memberKey: string; language: Language }>(
      `select replace(x.id::text, '-', '') as key, m.id as "memberKey", m.language from data_export x join member m on m.id = x.member_id where x.id = $1 and x.state in ('waiting', 'working') and ${STAYS}`,
      [exportId],
    );
    if (!asked) return this.forget(exportId);
    await this.db.query(`update data_export set state = 'working', done = 0, total = $2 where id = $1`, [exportId, await this.count(asked.memberKey)]);
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const path = join(this.folder, `${asked.key}.zip`);
    try {
      const sha256 = await this.write(path, exportId, asked);
      const { size: bytes } = await stat(path);
      await this.store.put(asked.key, { path, bytes, sha256 });
      if (!(await this.ready(exportId, asked.memberKey, bytes))) await this.forget(exportId);
    } finally {
      await rm(path, { force: true });
    }
  }

  /** It failed at its last try: another may be asked for. */
  async failed(exportId: string): Promise<void> {
    await this.db.query(`update data_export set state = 'failed' where id = $1 and state in ('waiting', 'working')`, [exportId]);
    await this.forget(exportId);
  }

  /** Nobody waits for it any more: what was put into the store already goes. */
  private async forget(exportId: string): Promise<void> {
    const kept = await this.db.query(`select from data_export where id = $1 and state = 'ready'`, [exportId]);
    if (kept.length === 0) await this.store.remove(exportId.replaceAll('-', ''));
  }

  private async count(memberKey: string): Promise<number> {
    let total = 0;
    for (const { sql, from, name } of PARTS) {
      const { rows } = (await this.db.one<{ rows: number }>(`select count(*)::int as rows from (${sql}) part`, [memberKey, from]))!;
      total += name === 'files' ? 2 * rows : rows; // told of, and sent along
    }
    return total;
  }

  private async write(path: string, exportId: string, { memberKey, language }: { memberKey: string; language: Language }): Promise<string> {
    const zip = new yazl.ZipFile();
    const hash = createHash('sha256');
    const hashed = new Transform({ transform(chunk: Buffer, _, next) { hash.update(chunk); next(null, chunk); } });
    const stop = new AbortController();
    const written = pipeline(zip.outputStream as Readable, hashed, createWriteStream(path, { mode: 0o600 }), { signal: stop.signal });
    let fault: Error | undefined;
    zip.on('error', (error: Error) => {
      fault ??= error;
      stop.abort();
    });
    // heard of from the first moment on: what is read fails at any time
    const done = written.catch((error: unknown) => { throw fault ?? error; });
    done.catch(() => undefined);
    try {
      zip.addBuffer(Buffer.from(readmeOf(language, this.siteName.now)), 'README.md');
      for (const part of PARTS) zip.addReadStreamLazy(`${part.name}.json`, (take) => take(null, heard(zip, Readable.from(this.json(part, exportId, memberKey)))));
      const files = PARTS.find(({ name }) => name === 'files')!;
      for await (const row of this.rows(files, memberKey)) this.addFile(zip, exportId, row as unknown as SentFile);
      zip.end();
      await done;
    } catch (error) {
      stop.abort();
      await done.catch(() => undefined); // the file is closed
      throw error;
    }
    return hash.digest('hex');
  }

  /** Pictures, PDFs and archives are as small as they get. One that the store has lost leaves an empty place. */
  private addFile(zip: yazl.ZipFile, exportId: string, { as, id, mime }: SentFile): void {
    zip.addReadStreamLazy(as, { compress: mime.startsWith('text/') }, (take) => {
      this.store.get(id.slice(4))
        .then(async (content) => {
          await this.progress(exportId, 1);
          take(null, heard(zip, content ?? Readable.from([])));
        })
        .catch((error: Error) => take(error, undefined as never));
    });
  }

  private async *json(part: ExportPart, exportId: string, memberKey: string): AsyncGenerator<string> {
    let [first, unsaid] = [true, 0];
    yield '[';
    for await (const { key: _, ...row } of this.rows(part, memberKey)) {
      yield `${first ? '' : ','}\n${JSON.stringify(row)}`;
      first = false;
      unsaid += 1;
      if (unsaid < BATCH) continue;
      await this.progress(exportId, unsaid);
      unsaid = 0;
    }
    if (unsaid > 0) await this.progress(exportId, unsaid);
    yield '\n]\n';
  }

  private async *rows({ sql, from }: ExportPart, memberKey: string): AsyncGenerator<Row> {
    for (let after = from; ;) {
      const rows = await this.db.query<Row>(`${sql} limit ${BATCH}`, [memberKey, after]);
      yield* rows;
      if (rows.length < BATCH) return;
      after = rows.at(-1)!.key;
    }
  }

  private async progress(exportId: string, rows: number): Promise<void> {
    await this.db.query('update data_export set done = done + $2 where id = $1', [exportId, rows]);
  }

  /** Whether somebody still waits for it. */
  private async ready(exportId: string, memberKey: string, bytes: number): Promise<boolean> {
    return this.db.transaction(async () => {
      const made = await this.db.query(
        `update data_export x set state = 'ready', bytes = $2, ready_at = now(), expires_at = now() + make_interval(days => ${KEPT_DAYS}), done = greatest(done, total) where id = $1 and state = 'working' and ${STAYS} returning id`,
        [exportId, bytes],
      );
      if (made.length > 0) await this.events.record('DataExported', null, { memberId: memberKey });
      return made.length > 0;
    });
  }
}

/** A stream of the ZIP whose errors are the ZIP's: it forwards none itself, and one that nobody hears ends the program. */
function heard(zip: yazl.ZipFile, content: Readable): Readable {
  return content.on('error', (error) => zip.emit('error', error));
}
