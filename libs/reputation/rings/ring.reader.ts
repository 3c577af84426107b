import { Injectable } from '@nestjs/common';
import { Database, type Page, pageOf } from '#platform/database';
import type { VoteFinding, VoteFindingConnection, VoteFindingState } from './ring.type.js';

export const FINDING_CURSOR = ['key'] as const;
const COLUMNS = `f.id as key, 'fnd_' || f.id as id, f.kind, f.state, f.votes, f.posts, f.share, f.same_network as "sameNetwork", f.joined_days as "joinedDays", f.since, f.found_at as "foundAt", f.decided_at as "decidedAt",
  array(select member_id from vote_finding_member m where m.finding_id = f.id and m.gives order by m.member_id::text)::text[] as "giverKeys", array(select member_id from vote_finding_member m where m.finding_id = f.id and m.gets order by m.member_id::text)::text[] as "getterKeys"`;

@Injectable()
export class RingReader {
  constructor(private readonly db: Database) {}

  async list(state: VoteFindingState, page: Page): Promise<VoteFindingConnection> {
    const beyond = page.from ? `and f.id ${page.backwards ? '>' : '<'} $2::bigint` : '';
    const rows = await this.db.query<VoteFinding>(`select ${COLUMNS} from vote_finding f where f.state = $1 ${beyond} order by f.id ${page.backwards ? 'asc' : 'desc'} limit ${page.limit + 1}`, [state, ...(page.from ?? [])]);
    return pageOf(page, rows, ({ key }) => [key]);
  }

  async byKey(key: string): Promise<VoteFinding | null> {
    return (await this.db.one<VoteFinding>(`select ${COLUMNS} from vote_finding f where f.id = $1`, [key])) ?? null;
  }
}
