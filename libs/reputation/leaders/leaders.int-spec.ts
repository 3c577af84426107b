import type { Actor } from '#platform/access';
import { encodeId } from '#platform/database';
import { BadgeService } from '../badges/badge.service.js';
import { type Helpers, helpers } from '../reputation.fixture.js';
import { LeaderService } from './leader.service.js';
import { LeaderPeriod } from './leader.type.js';

const { week, month, all } = LeaderPeriod;

let h: Helpers;
let asker: Actor, ada: Actor, ben: Actor, eva: Actor, jo: Actor;
let other: string;
beforeAll(async () => {
  h = await helpers();
  [asker, ada, ben, eva, jo] = [await h.member(), await h.member(), await h.member(), await h.member(), await h.member('staff')];
  other = (await h.db.one<{ id: string }>(`insert into category (slug, name) values ('television', 'Television') returning id`))!.id;
  // ada 15 + 15, ben 15 (in another topic), eva 15 long ago, jo of the team
  for (const [who, where, days] of [[ada, null, 0], [ada, null, 20], [ben, other, 0], [eva, null, 60], [jo, null, 0]] as const) {
    const thread = await h.as(asker).asks();
    if (where) await h.db.query('update thread set category_id = $2 where id = $1', [thread, where]);
    await h.as(asker).accepts(await h.as(who).answers(thread));
    if (days > 0) await h.db.query(`update thread set accepted_at = accepted_at - make_interval(days => $2) where id = $1`, [thread, days]);
    await h.db.query('delete from act');
  }
  await h.hear();
});
afterAll(() => h.close());

const places = async (period: LeaderPeriod, categoryId: string | null = null) => (await h.get(LeaderService).list(period, categoryId))!.map(({ place, points, memberKey }) => [place, points, memberKey]);
const count = async () => {
  await h.get(LeaderService).countLately();
  await h.get(LeaderService).countAll();
};

describe('those who help most', () => {
  it('are listed by period and by topic, the team apart; who has as many points has the same place', async () => {
    await count();
    const solved = 15;
    const asked = 2; // for each acceptance, the asker
    expect(await places(week)).toEqual([[1, solved, ada.memberId], [1, solved, ben.memberId], [3, 3 * asked, asker.memberId]].toSorted((a, b) => Number(a[0]) - Number(b[0]) || Number(a[2]) - Number(b[2])));
    expect(await places(month)).toEqual([[1, 2 * solved, ada.memberId], [2, solved, ben.memberId], [3, 4 * asked, asker.memberId]]);
    expect((await places(all)).map(([place, points]) => [place, points])).toEqual([[1, 30], [2, 15], [2, 15], [4, 10]]);
    expect(await places(week, encodeId('category', other))).toEqual([[1, solved, ben.memberId], [2, asked, asker.memberId]]);
    expect(await places(week, 'cat_999999999')).toEqual([]);
  });

  it('are not listed against their will, nor while they are suspended: at once', async () => {
    await count();
    await h.get(LeaderService).setListed(ada, false);
    expect((await places(month)).map(([, , member]) => member)).not.toContain(ada.memberId);
    await h.get(LeaderService).setListed(ada, true);
    expect((await places(month)).map(([, , member]) => member)).toContain(ada.memberId);
    await h.db.query(`update member set suspended_until = now() + interval '1 day' where id = $1`, [ben.memberId]);
    expect((await places(month)).map(([, , member]) => member)).not.toContain(ben.memberId);
    await h.db.query('update member set suspended_until = null');
  });

  it('are counted at once where nobody has counted yet', async () => {
    await h.db.query('delete from leader');
    await h.get(LeaderService).countFirst();
    expect((await places(all)).length).toBe(4);
  });

  it('are counted anew, once, whoever counts at the same time', async () => {
    await Promise.all([count(), count()]);
    expect(await h.db.query('select period, category_id, member_id from leader group by 1, 2, 3 having count(*) > 1')).toEqual([]);
  });
});

describe('badges', () => {
  const badges = async (member: Actor) => ((await h.get(BadgeService).of([member.memberId])).get(member.memberId) ?? []).map(({ name }) => name);

  it('are given once for what the rule asks, and never taken away', async () => {
    await h.get(BadgeService).award();
    expect([await badges(ada), await badges(asker)]).toEqual([['firstSolution'], []]);
    for (const { id } of await h.db.query<{ id: string }>(`select id from post where author_id = $1 and kind = 'answer'`, [ada.memberId])) await h.as(asker).unaccepts(id);
    await h.hear();
    await h.db.query('update badge_state set upto = 0');
    await Promise.all([h.get(BadgeService).award(), h.get(BadgeService).award()]);
    expect(await badges(ada)).toEqual(['firstSolution']);
    expect(await h.db.query(`select count(*)::int as told from event where kind = 'BadgeAwarded' and subject->>'memberId' = $1`, [ada.memberId])).toEqual([{ told: 1 }]);
  });

  it('are not given for what was taken back before anybody looked', async () => {
    const thread = await h.as(asker).asks();
    const kim = await h.member();
    const post = await h.as(kim).answers(thread);
    await h.as(asker).accepts(post);
    await h.hear();
    await h.as(asker).unaccepts(post);
    await h.hear();
    await h.get(BadgeService).award();
    expect(await badges(kim)).toEqual([]);
  });

  it('are looked for only among those of whom there is something new', async () => {
    const max = await h.member();
    for (let n = 0; n < 10; n += 1) {
      const thread = await h.as(asker).asks();
      await h.as(asker).accepts(await h.as(max).answers(thread));
      await h.db.query('delete from act');
    }
    await h.hear();
    await h.db.query('update badge_state set upto = (select max(id) from reputation_entry)');
    await h.get(BadgeService).award();
    expect(await badges(max)).toEqual([]);
    await h.db.query('update badge_state set upto = 0');
    await h.get(BadgeService).award();
    expect(await badges(max)).toEqual(['firstSolution', 'problemSolver']);
  });
});
