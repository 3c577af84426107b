import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { Events } from '#platform/events';
import { BADGES } from './badge.rules.js';
import type { Badge } from './badge.type.js';

const AT_ONCE = 500; // members of one transaction
const LATELY = `interval '2 days'`;

/** Gives badges to those who have done what their rule asks; takes none away, whatever happens later. */
@Injectable()
export class BadgeService {
  constructor(
    private readonly db: Database,
    private readonly events: Events,
  ) {}

  async of(memberKeys: readonly string[]): Promise<Map<string, Badge[]>> {
    const rows = await this.db.query<{ member: string; name: string; at: Date }>('select member_id as member, badge as name, awarded_at as at from member_badge where member_id = any($1)', [memberKeys]);
    const held = Map.groupBy(rows, ({ member }) => member);
    return new Map([...held].map(([member, badges]) => [member, BADGES.flatMap(({ name, amount }) => badges.filter((badge) => badge.name === name).map(({ at }) => ({ name, amount, awardedAt: at })))]));
  }

  /** Looks at those of whom the ledger has something new, who read lately, or whose reports were decided about: what it costs follows what happened. */
  async award(): Promise<void> {
    await this.db.query('insert into badge_state default values on conflict do nothing');
    const { upto, last } = (await this.db.one<{ upto: string; last: string }>('select s.upto, (select coalesce(max(id), 0) from reputation_entry) as last from badge_state s'))!;
    let after = '0';
    for (;;) {
      const members = (await this.db.query<{ id: string }>(
        `select id from (select member_id as id from reputation_entry where id > $1 and id <= $2
           union select member_id from reading_day where last_minute > now() - ${LATELY}
           union select f.member_id from flag f join review_item i on i.id = f.item_id where i.decided_at > now() - ${LATELY} and f.member_id is not null) looked
         where id > $3 order by id limit ${AT_ONCE}`, [upto, last, after])).map(({ id }) => id);
      if (members.length === 0) break;
      await this.db.transaction(() => this.give(members));
      after = members.at(-1)!;
    }
    await this.db.query('update badge_state set upto = $1', [last]);
  }

  private async give(members: readonly string[]): Promise<void> {
    for (const { name, amount, earned } of BADGES) {
      const given = await this.db.query<{ id: string }>(
        `insert into member_badge (member_id, badge) select e.member_id, $2 from (${earned}) e join member m on m.id = e.member_id where e.times >= $3 on conflict do nothing returning member_id as id`, [members, name, amount]);
      for (const { id } of given) await this.events.record('BadgeAwarded', null, { memberId: id, badge: name });
    }
  }
}
