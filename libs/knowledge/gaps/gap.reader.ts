import { Injectable } from '@nestjs/common';
import { type ThreadRow, ThreadReader } from '#forum';
import type { Actor } from '#platform/access';
import { Database, encodeId, type Page, pageOf } from '#platform/database';
import type { Gap, GapConnection } from './gap.type.js';

export const GAP_CURSOR = ['number', 'key'] as const;

const DAYS = 30; // what nobody has missed for a month is no gap any more

interface Row {
  key: string;
  words: string;
  language: string | null;
  searches: number;
  lastAt: Date;
  nearestKey: string | null;
}

/** What people miss, what is missed most first. */
@Injectable()
export class GapReader {
  constructor(
    private readonly db: Database,
    private readonly threads: ThreadReader,
  ) {}

  async list(actor: Actor, page: Page): Promise<GapConnection> {
    const [sign, order] = page.backwards ? ['>', 'asc'] : ['<', 'desc'];
    const rows = await this.db.query<Row>(
      `select * from (
         select max(id) as key, (array_agg(words order by last_at desc))[1] as words, (array_agg(language order by last_at desc))[1] as language, sum(searches)::int as searches,
           max(last_at) as "lastAt", (array_agg(nearest_thread_id order by last_at desc))[1] as "nearestKey"
         from search_gap where day > current_date - ${DAYS} and not closed group by stems) g
       ${page.from ? `where (g.searches, g.key) ${sign} ($1::int, $2::bigint)` : ''} order by g.searches ${order}, g.key ${order} limit ${page.limit + 1}`,
      [...(page.from ?? [])],
    );
    const nearest = await this.threads.byIds(actor, rows.flatMap(({ nearestKey }) => nearestKey ?? []));
    return pageOf(page, rows.map((row) => gapOf(row, nearest)), ({ searches, key }) => [searches, key]);
  }

  async count(): Promise<number> {
    const row = await this.db.one<{ gaps: number }>(`select count(*)::int as gaps from (select from search_gap where day > current_date - ${DAYS} and not closed group by stems limit 100) g`);
    return row!.gaps;
  }
}

function gapOf({ nearestKey, ...row }: Row, nearest: ReadonlyMap<string, ThreadRow>): Gap {
  return { ...row, id: encodeId('gap', row.key), nearest: (nearestKey && nearest.get(nearestKey)) || null };
}
