import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { DoingsReader } from './doings.reader.js';
import { HIGHEST, RANK_NEEDS, RANKS } from './rank.rules.js';
import type { RankChange, RankNeedOf, RankStanding } from './rank.type.js';

const CHANGES_SHOWN = 10;

/** The rule as it is told. */
export function needsOf(rank: number): RankNeedOf[] {
  return RANK_NEEDS.flatMap((need) => {
    const amount = RANKS[rank]?.[need];
    return amount === undefined ? [] : [{ need, amount }];
  });
}

@Injectable()
export class RankReader {
  constructor(
    private readonly db: Database,
    private readonly doings: DoingsReader,
  ) {}

  async of(memberKey: string): Promise<RankStanding> {
    const [row] = await this.doings.of([memberKey]);
    const changes = await this.db.query<RankChange>(`select from_rank as "from", to_rank as "to", by_rule as "byRule", reason, created_at as "createdAt" from rank_change where member_id = $1 order by id desc limit ${CHANGES_SHOWN}`, [memberKey]);
    const { rank, role, fixed: isFixed, doings } = row!;
    const next = isFixed || rank >= HIGHEST || role !== 'customer' ? null : rank + 1;
    // a rank is reached with all needs on the way: those of the ranks below may have been met by then, and not be met now
    const asked = next === null ? [] : [...new Map(Array.from({ length: next }, (_, below) => needsOf(below + 1)).flat().map((each) => [each.need, each])).values()];
    return { rank, isFixed, next, changes, progress: asked.map(({ need, amount }) => ({ need, amount, have: doings[need] })) };
  }
}
