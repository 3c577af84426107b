import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { type BookedBy, CAPPED, POINT_RULES, type PointRules } from './point.rules.js';
import { BOOK_ARTICLES, BOOK_POSTS } from './wanted.points.js';

/** What to look at again. */
export interface Looked {
  posts?: readonly string[];
  entries?: readonly string[];
  rules: readonly BookedBy[];
  /** Only what they gave. */
  giver?: string | null;
  event?: string | null;
}

/**
 * Keeps the ledger true to the rows. Each source is locked while what it is worth is compared with what is booked of it, so that of two who hear of
 * the same thing the second finds nothing left to do. The day's cap is booked after, when the sums of the members concerned are locked by their own entries.
 */
@Injectable()
export class BookingService {
  constructor(private readonly db: Database) {}

  book({ posts = [], entries = [], rules, giver = null, event = null }: Looked): Promise<void> {
    return this.db.transaction(async () => {
      const inForce = JSON.stringify(await this.rules());
      if (posts.length > 0) {
        await this.db.query('select from post where id = any($1) order by id for no key update', [posts]);
        await this.cap(await this.db.query<MemberDay>(BOOK_POSTS, [posts, inForce, rules, giver, event]), event);
      }
      if (entries.length > 0) {
        await this.db.query('select from knowledge_entry where id = any($1) order by id for no key update', [entries]);
        await this.cap(await this.db.query<MemberDay>(BOOK_ARTICLES, [entries, inForce, rules, giver, event]), event);
      }
    });
  }

  /** Those in force: of a community that has not counted yet, the usual ones. */
  async rules(): Promise<PointRules> {
    const row = await this.db.one<{ rules: PointRules }>('select rules from reputation_state');
    return row?.rules ?? POINT_RULES;
  }

  private async cap(changed: readonly MemberDay[], event: string | null): Promise<void> {
    if (changed.length === 0) return;
    await this.db.query(
      `with touched as (select * from unnest($1::bigint[], $2::date[]) t (member, day)),
       days as (
         select t.member, t.day, coalesce(sum(e.points) filter (where e.rule = any($3)), 0) as earned, coalesce(sum(e.points) filter (where e.rule = 'dailyCap'), 0) as taken
         from touched t join reputation_entry e on e.member_id = t.member and e.day = t.day group by t.member, t.day)
       insert into reputation_entry (member_id, rule, points, event_id, day)
       select member, 'dailyCap', -greatest(earned - $4::int, 0) - taken, $5, day from days where -greatest(earned - $4::int, 0) <> taken order by member, day`,
      [changed.map(({ member }) => member), changed.map(({ day }) => day), CAPPED, (await this.rules()).dailyCap, event],
    );
  }
}

interface MemberDay {
  member: string;
  day: string;
}
