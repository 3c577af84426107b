import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';

const WATCHED_DAYS = 7; // a queue that nobody looks at must not silence anybody

/** Newcomers whose further posts wait for a look, because several members reported earlier ones and nobody has decided yet. */
@Injectable()
export class Watch {
  constructor(private readonly db: Database) {}

  async over(memberKey: string): Promise<void> {
    await this.db.query(`insert into watched (member_id, until) values ($1, now() + interval '${WATCHED_DAYS} days') on conflict (member_id) do update set until = excluded.until`, [memberKey]);
  }

  async end(memberKey: string): Promise<void> {
    await this.db.query('delete from watched where member_id = $1', [memberKey]);
  }
}
