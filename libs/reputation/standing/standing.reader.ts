import { Injectable } from '@nestjs/common';
import { type Actor, visibleTo } from '#platform/access';
import { Database, type Page, pageOf } from '#platform/database';
import type { EarnedPoints, PointEntry, PointEntryConnection, Standing } from './standing.type.js';

export const LEDGER_CURSOR = ['key'] as const;

@Injectable()
export class StandingReader {
  constructor(private readonly db: Database) {}

  /** The points of each; who has none is not among them. */
  async points(memberKeys: readonly string[]): Promise<Map<string, number>> {
    const rows = await this.db.query<{ member: string; points: number }>('select member_id as member, points from reputation_total where member_id = any($1)', [memberKeys]);
    return new Map(rows.map(({ member, points }) => [member, points]));
  }

  async of(memberKey: string): Promise<Standing> {
    const earned = await this.db.query<EarnedPoints>(
      'select rule as source, sum(points)::int as points from reputation_entry where member_id = $1 group by rule having sum(points) <> 0 order by sum(points) desc, rule',
      [memberKey],
    );
    return { memberKey, points: earned.reduce((sum, { points }) => sum + points, 0), earned };
  }

  /** A page of the ledger. What an entry came from is shown as far as the one who looks sees it. */
  async entries(actor: Actor, memberKey: string, page: Page): Promise<PointEntryConnection> {
    const beyond = page.from ? `and e.id ${page.backwards ? '>' : '<'} $2::bigint` : '';
    const isSeen = `p.id is not null and ${visibleTo(actor, 'p')} and ${visibleTo(actor, 't')}`;
    const rows = await this.db.query<PointEntry>(
      `select e.id as key, 'pts_' || e.id as id, e.rule as source, e.points, e.created_at as "createdAt", e.day::text as day,
         case when ${isSeen} then t.title when k.id is not null then k.title end as title,
         case when ${isSeen} then '/p/' || p.id when k.id is not null then '/kb/' || k.id || '/' || k.slug end as path
       from reputation_entry e left join post p on p.id = e.post_id left join thread t on t.id = p.thread_id
         left join knowledge_entry k on k.id = e.entry_id and k.state in ('published', 'needs_review') and not k.withdrawn
       where e.member_id = $1 ${beyond} order by e.id ${page.backwards ? 'asc' : 'desc'} limit ${page.limit + 1}`,
      [memberKey, ...(page.from ?? [])],
    );
    return pageOf(page, rows, ({ key }) => [key]);
  }
}
