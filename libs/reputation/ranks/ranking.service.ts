import { Injectable } from '@nestjs/common';
import type { Actor } from '#platform/access';
import { cleanLine } from '#platform/content';
import { Database, decodeId } from '#platform/database';
import { Events } from '#platform/events';
import { notFound, permit } from '#platform/graphql';
import { DoingsReader } from './doings.reader.js';
import { canSetRank } from './rank.policy.js';
import { KEPT_FOR_GOOD, rankByRule } from './rank.rules.js';
import type { FreeMemberRankInput, SetMemberRankInput } from './rank.type.js';

const AT_ONCE = 500; // members of one transaction

/** Ranks go up and down by rule, unless staff have said which it is; each change is kept, and told to whom it concerns. */
@Injectable()
export class RankingService {
  constructor(
    private readonly db: Database,
    private readonly doings: DoingsReader,
    private readonly events: Events,
  ) {}

  /** Those who have been here within the last hours: what they were missing they may have by now. */
  async raise(): Promise<void> {
    await this.all(`select m.id from member m join reading_day d on d.member_id = m.id where m.id > $1 and d.last_minute > now() - interval '2 hours' and m.role = 'customer' group by m.id order by m.id`);
  }

  /** Those who have something to lose. */
  async review(): Promise<void> {
    await this.all(`select m.id from member m where m.id > $1 and m.rank > ${KEPT_FOR_GOOD} and m.role = 'customer' order by m.id`);
  }

  /** Staff say which rank it is; the rule lets it be until they free it. */
  set(actor: Actor, { memberId, rank, reason }: SetMemberRankInput): Promise<string> {
    return this.db.transaction(async () => {
      const member = await this.lock(actor, memberId);
      const why = cleanLine(reason)!.trim();
      await this.db.query(
        'insert into rank_fixed (member_id, rank, reason, fixed_by) values ($1, $2, $3, $4) on conflict (member_id) do update set rank = excluded.rank, reason = excluded.reason, fixed_by = excluded.fixed_by, created_at = now()',
        [member.id, rank, why, actor.memberId],
      );
      await this.change(member, rank, { by: actor.memberId, reason: why });
      return member.id;
    });
  }

  /** The rule decides again, at once. Twice is fine. */
  free(actor: Actor, { memberId }: FreeMemberRankInput): Promise<string> {
    return this.db.transaction(async () => {
      const member = await this.lock(actor, memberId);
      const freed = await this.db.query('delete from rank_fixed where member_id = $1 returning member_id', [member.id]);
      if (freed.length > 0) await this.byRule([member.id]);
      return member.id;
    });
  }

  private async all(nextOnes: string): Promise<void> {
    for (let last = '0'; ; ) {
      const members = (await this.db.query<{ id: string }>(`${nextOnes} limit ${AT_ONCE}`, [last])).map(({ id }) => id);
      if (members.length === 0) return;
      await this.db.transaction(() => this.byRule(members));
      last = members.at(-1)!;
    }
  }

  /** Locked in one order before anything is read of them: of a rule and staff at the same time, the second sees what the first has done. */
  private async byRule(members: readonly string[]): Promise<void> {
    const locked = await this.db.query<LockedMember>(`select id, rank from member where id = any($1) and role = 'customer' order by id for no key update`, [members]);
    const rows = await this.doings.of(locked.map(({ id }) => id));
    for (const row of rows) {
      if (row.fixed) continue;
      await this.change({ id: row.memberKey, rank: row.rank }, rankByRule(row), null);
    }
  }

  private async change({ id, rank }: LockedMember, to: number, staff: { by: string; reason: string } | null): Promise<void> {
    if (rank === to) return;
    await this.db.query('update member set rank = $2 where id = $1', [id, to]);
    await this.db.query('insert into rank_change (member_id, from_rank, to_rank, changed_by, by_rule, reason) values ($1, $2, $3, $4, $5, $6)', [id, rank, to, staff?.by ?? null, staff === null, staff?.reason ?? null]);
    await this.events.record('RankChanged', staff?.by ?? null, { memberId: id, rank: String(to), raised: to > rank ? 'yes' : 'no' });
  }

  private async lock(actor: Actor, memberId: string): Promise<LockedMember> {
    const member = await this.db.one<LockedMember & { role: string }>('select id, rank, role from member where id = $1 for no key update', [decodeId('member', memberId)]);
    if (!member) throw notFound();
    permit(canSetRank(actor, member));
    return member;
  }
}

interface LockedMember {
  id: string;
  rank: number;
}
