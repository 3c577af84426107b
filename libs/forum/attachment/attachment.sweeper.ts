import { Inject, Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { FILE_STORE, type FileStore } from '#platform/files';
import { fileKey } from './attachment.id.js';

const LOOSE_HOURS = 24; // a text that was begun in the evening is sent in the morning
const STORING_HOURS = 1; // the process that was to finish it is no more
const AT_ONCE = 200;

/** Removes what nobody wrote into a post, what was removed, and what never arrived whole: first in the store, then the row. */
@Injectable()
export class AttachmentSweeper {
  constructor(
    private readonly db: Database,
    @Inject(FILE_STORE) private readonly store: FileStore,
  ) {}

  async sweep(): Promise<void> {
    await this.db.query(
      `update attachment set state = 'removed' where id in (
         select id from attachment where (state = 'ready' and post_id is null and created_at < now() - make_interval(hours => $1))
           or (state = 'storing' and created_at < now() - make_interval(hours => $2)) for update skip locked)`,
      [LOOSE_HOURS, STORING_HOURS],
    );
    // from here on no text can take it up: only what is ready is attached
    for (;;) {
      const rows = await this.db.query<{ id: string }>(`select id from attachment where state = 'removed' limit ${AT_ONCE}`);
      for (const { id } of rows) {
        await this.store.remove(fileKey(id));
        await this.db.query(`update attachment set state = 'gone' where id = $1`, [id]);
      }
      if (rows.length < AT_ONCE) break;
    }
    // it counts for the day in which it was sent: who sends and removes sends all the same
    await this.db.query(`delete from attachment where state = 'gone' and created_at < now() - interval '24 hours'`);
  }
}
