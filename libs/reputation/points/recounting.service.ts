import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { BookingService } from './booking.service.js';
import { POINT_RULES } from './point.rules.js';
import { OF_POSTS } from './wanted.points.js';

const AT_ONCE = 500; // posts of one transaction


/**
 * Counts what no event tells of: what was there before points were, and what an import brought. It goes on from the last post that it has seen, each batch
 * commits with how far it came, and to count something twice changes nothing.
 */
@Injectable()
export class RecountingService {
  constructor(
    private readonly db: Database,
    private readonly booking: BookingService,
  ) {}

  async goOn(): Promise<void> {
    await this.db.query('insert into reputation_state (rules) values ($1) on conflict do nothing', [JSON.stringify(POINT_RULES)]);
    while (await this.batch());
    if (await this.db.one('select from reputation_state where done_at is not null')) return; // only posts were new
    await this.articles();
    await this.db.query('update reputation_state set done_at = now()');
  }

  private batch(): Promise<boolean> {
    return this.db.transaction(async () => {
      const state = (await this.db.one<{ upto: string }>('select upto from reputation_state for no key update'))!;
      const posts = (await this.db.query<{ id: string }>(`select id from post where id > $1 order by id limit ${AT_ONCE}`, [state.upto])).map(({ id }) => id);
      if (posts.length === 0) return false;
      await this.booking.book({ posts, rules: OF_POSTS });
      await this.db.query('update reputation_state set upto = $1', [posts.at(-1)]);
      return true;
    });
  }

  private async articles(): Promise<void> {
    const rated = await this.db.query<{ id: string }>('select distinct entry_id as id from knowledge_rating where helpful and member_id is not null');
    for (let at = 0; at < rated.length; at += AT_ONCE) await this.booking.book({ entries: rated.slice(at, at + AT_ONCE).map(({ id }) => id), rules: ['articleUsed'] });
  }
}
