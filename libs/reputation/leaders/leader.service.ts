import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '#platform/access';
import { Database, decodeId } from '#platform/database';
import { RUNTIME, type Runtime } from '#platform/runtime';
import { type Leader, LeaderPeriod } from './leader.type.js';

const SHOWN = 20;
const DAYS = { [LeaderPeriod.week]: 7, [LeaderPeriod.month]: 30 };
/** Customers and super users who want it, and are not suspended; the team does not compete with those it thanks. */
const LISTED = `m.role in ('customer', 'super_user') and not m.unlisted and coalesce(m.suspended_until, '-infinity') <= now()`;

/** Who has helped most: counted by a job, read by place, so that a page costs the same however many there are. */
@Injectable()
export class LeaderService {
  constructor(
    private readonly db: Database,
    @Inject(RUNTIME) private readonly runtime: Runtime,
  ) {}

  /** Null where this community has no such lists. */
  async list(period: LeaderPeriod, categoryId: string | null): Promise<Leader[] | null> {
    if (!this.runtime.settings.leaderboards) return null;
    const category = categoryId === null ? null : (decodeId('category', categoryId) ?? '0');
    return this.db.query<Leader>(
      `select l.place, l.points, l.member_id as "memberKey" from leader l join member m on m.id = l.member_id
       where l.period = $1 and l.category_id is not distinct from $2 and ${LISTED} order by l.place, l.member_id limit ${SHOWN}`,
      [period, category],
    );
  }

  async isListed(memberKey: string): Promise<boolean> {
    return !(await this.db.one<{ unlisted: boolean }>('select unlisted from member where id = $1', [memberKey]))!.unlisted;
  }

  async setListed(actor: Actor, listed: boolean): Promise<void> {
    await this.db.query('update member set unlisted = $2 where id = $1', [actor.memberId, !listed]);
  }

  /** Where nobody has counted yet: a community that is new to this does not wait for the night. */
  async countFirst(): Promise<void> {
    const { isNew } = (await this.db.one<{ isNew: boolean }>('select not exists (select from leader) and exists (select from reputation_total where points > 0) as "isNew"'))!;
    if (!isNew) return;
    await this.countLately();
    await this.countAll();
  }

  /** What moves from hour to hour. */
  async countLately(): Promise<void> {
    for (const period of [LeaderPeriod.week, LeaderPeriod.month] as const) await this.count(period, `e.day > current_date - ${DAYS[period]}`);
  }

  /** All that there is: once a night. */
  async countAll(): Promise<void> {
    await this.count(LeaderPeriod.all, 'true');
  }

  private async count(period: LeaderPeriod, when: string): Promise<void> {
    if (!this.runtime.settings.leaderboards) return;
    const overall = period === LeaderPeriod.all
      ? 'select null::bigint as category_id, member_id, points from reputation_total where points > 0'
      : `select null::bigint as category_id, e.member_id, sum(e.points)::int as points from reputation_entry e where ${when} group by e.member_id having sum(e.points) > 0`;
    await this.db.transaction(async () => {
      await this.db.query(`select pg_advisory_xact_lock(hashtext('leader'))`); // of two that count at once the second counts again
      await this.db.query('delete from leader where period = $1', [period]);
      await this.db.query(
        `insert into leader (period, category_id, place, member_id, points)
         select $1, category_id, place, member_id, points from (
           select s.*, rank() over (partition by s.category_id order by s.points desc) as place, row_number() over (partition by s.category_id order by s.points desc, s.member_id) as nth from (
             ${overall}
             union all
             select t.category_id, e.member_id, sum(e.points)::int from reputation_entry e join post p on p.id = e.post_id join thread t on t.id = p.thread_id where ${when} group by 1, 2 having sum(e.points) > 0) s
           join member m on m.id = s.member_id and ${LISTED}) ranked
         where nth <= ${2 * SHOWN}`, // some more than are shown: who takes their name off leaves no gap
        [period],
      );
    });
  }
}
