import { randomBytes } from 'node:crypto';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '#platform/access';
import { Database } from '#platform/database';
import { FILE_STORE, type FileStore } from '#platform/files';
import { notAllowed, tooFast } from '#platform/graphql';
import { RUNTIME, type Runtime } from '#platform/runtime';
import { hasJob, RIGHTS_QUEUE } from '../rights.jobs.js';
import { type DataExport, DataExportState } from './data-export.type.js';

export const EXPORT_PATH = '/settings/data/file';
export const EXPORT_TRIES = 5;
const KEY = `replace(id::text, '-', '')`;
const BETWEEN = `interval '24 hours'`; // what is kept of somebody does not change faster than that, and a large one costs minutes
const COLUMNS = `state, done, total, bytes::float8 as bytes, requested_at as "requestedAt", expires_at as "expiresAt",
  case when state <> 'failed' and requested_at + ${BETWEEN} > now() then requested_at + ${BETWEEN} end as "nextAt"`;

/** What members asked for of their own data: one at a time and once a day, made by a job. */
@Injectable()
export class DataExportService {
  constructor(
    private readonly db: Database,
    @Inject(FILE_STORE) private readonly store: FileStore,
    @Inject(RUNTIME) private readonly runtime: Runtime,
  ) {}

  /** The latest; null where none was ever asked for. */
  async latest(memberKey: string): Promise<DataExport | null> {
    const row = await this.db.one<Omit<DataExport, 'path'>>(`select ${COLUMNS} from data_export where member_id = $1 order by requested_at desc limit 1`, [memberKey]);
    return row ? { ...row, path: row.state === DataExportState.ready ? EXPORT_PATH : null } : null;
  }

  /** Asks for it. One that is being made is the answer to asking again. */
  async request(actor: Actor): Promise<DataExport> {
    if (actor.scopes) throw notAllowed('session-needed'); // all that is kept of somebody is not for a program that was lent a token
    return this.db.transaction(async () => {
      await this.db.query('select from member where id = $1 for no key update', [actor.memberId]); // one after the other: the second finds the first one's
      const latest = await this.latest(actor.memberId);
      if (latest && [DataExportState.waiting, DataExportState.working].includes(latest.state)) return latest;
      if (latest?.nextAt) throw tooFast(latest.nextAt);
      await this.db.query(
        `with asked as (insert into data_export (id, member_id) values ($1::uuid, $2) returning id)
         select graphile_worker.add_job('export-data', json_build_object('exportId', id::text), max_attempts => ${EXPORT_TRIES}, queue_name => '${RIGHTS_QUEUE}', job_key => 'export:' || id) from asked`,
        [randomBytes(16).toString('hex'), actor.memberId],
      );
      return (await this.latest(actor.memberId))!;
    });
  }

  /** The file, for the member themself and nobody else; null where there is none. */
  async open(actor: Actor): Promise<{ content: Readable; bytes: number; day: string } | null> {
    if (!actor.isMember || actor.scopes) return null;
    const row = await this.db.one<{ key: string; bytes: string; day: string }>(
      `select replace(id::text, '-', '') as key, bytes, to_char(ready_at at time zone 'UTC', 'YYYY-MM-DD') as day from data_export
       where member_id = $1 and state = 'ready' and expires_at > now() order by requested_at desc limit 1`,
      [actor.memberId],
    );
    const content = row ? await this.store.get(row.key) : null;
    return row && content ? { content, bytes: Number(row.bytes), day: row.day } : null;
  }

  /** Deletes the files whose days are over, gives up what no job makes any more, and clears away what a killed one left half-written. */
  async sweep(): Promise<void> {
    const over = await this.db.query<{ id: string; key: string }>(`select id, ${KEY} as key from data_export where state = 'ready' and expires_at <= now()`);
    for (const { id, key } of over) {
      await this.store.remove(key);
      await this.db.query(`update data_export set state = 'expired' where id = $1`, [id]);
    }
    await this.db.query(`update data_export x set state = 'failed' where state in ('waiting', 'working') and not ${hasJob(`'export:' || x.id`)}`);
    const folder = exportFolder(this.runtime.settings.dataDir);
    const halves = await readdir(folder).catch(() => []); // none was ever made
    const working = new Set((await this.db.query<{ key: string }>(`select ${KEY} as key from data_export where state = 'working'`)).map(({ key }) => `${key}.zip`));
    for (const half of halves) if (!working.has(half)) await rm(join(folder, half), { force: true });
  }

  /** All of a member who leaves, in whatever state: one that is being made finds that nobody waits for it. */
  async remove(memberKey: string): Promise<void> {
    const gone = await this.db.query<{ key: string }>(`select ${KEY} as key from data_export where member_id = $1`, [memberKey]);
    await this.db.query('delete from data_export where member_id = $1', [memberKey]);
    for (const { key } of gone) await this.store.remove(key);
  }
}

/** Where an export is put together before the file store gets it. */
export function exportFolder(dataDir: string): string {
  return join(dataDir, 'exports');
}
