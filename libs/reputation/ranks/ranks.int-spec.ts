import type { Actor } from '#platform/access';
import { encodeId } from '#platform/database';
import { again, Refused } from '#platform/graphql';
import { type Helpers, helpers } from '../reputation.fixture.js';
import { RankReader } from './rank.reader.js';
import { RankingService } from './ranking.service.js';

let h: Helpers;
let jo: Actor;
beforeAll(async () => {
  h = await helpers();
  jo = await h.member('staff');
  await h.recount();
  await h.db.query(`update reputation_state set started_at = now() - interval '1 year'`); // it is known what members have done
});
afterAll(() => h.close());

const ranking = () => h.get(RankingService);
const standing = (who: Actor) => h.get(RankReader).of(who.memberId);
/** So many days of the last of which the member read so much. */
const hasRead = (who: Actor, days: number, each: { threads?: number; posts?: number; minutes?: number } = {}) =>
  h.db.query(
    `insert into reading_day (member_id, day, threads, posts, minutes, last_minute) select $1, current_date - n, $3, $4, $5, now() - n * interval '1 day' from generate_series(1, $2::int) n`,
    [who.memberId, days, each.threads ?? 2, each.posts ?? 10, each.minutes ?? 5],
  );
const isHere = (who: Actor) => h.db.query(`insert into reading_day (member_id, day, threads, posts, minutes, last_minute) values ($1, current_date, 0, 0, 0, now())`, [who.memberId]);
const changes = (who: Actor) => h.db.query('select from_rank, to_rank, by_rule, reason from rank_change where member_id = $1 order by id', [who.memberId]);

describe('reading', () => {
  it('counts what is read for the first time: threads, posts, minutes, days', async () => {
    const [ada, ben] = [await h.member('customer', 0), await h.member('customer', 0)];
    const thread = await h.as(ben).asks();
    await h.as(ben).answers(thread);
    await h.reads(ada, thread);
    await h.reads(ada, thread);
    const read = () => h.db.query('select threads, posts, minutes from reading_day where member_id = $1', [ada.memberId]);
    expect(await read()).toEqual([{ threads: 1, posts: 2, minutes: 1 }]);
    await h.as(ben).answers(thread, 'Or pull the plug.');
    await h.reads(ada, await h.as(ben).asks('Another one'));
    await h.db.query(`update reading_day set last_minute = last_minute - interval '1 minute' where member_id = $1`, [ada.memberId]);
    await h.reads(ada, thread);
    expect(await read()).toEqual([{ threads: 2, posts: 4, minutes: 2 }]);
  });
});

describe('ranks', () => {
  it('go up by rule for those who are here, and say what is missing until then', async () => {
    const ada = await h.member('customer', 0);
    await hasRead(ada, 4, { threads: 1, minutes: 2 });
    expect(await standing(ada)).toMatchObject({ rank: 0, isFixed: false, next: 1, progress: [{ need: 'threadsRead', amount: 5, have: 4 }, { need: 'minutesRead', amount: 10, have: 8 }], changes: [] });
    await ranking().raise();
    expect(await h.rank(ada)).toBe(0);
    await hasRead(ada, 0);
    await h.db.query(`insert into reading_day (member_id, day, threads, posts, minutes, last_minute) values ($1, current_date, 1, 1, 2, now())`, [ada.memberId]);
    await ranking().raise();
    expect(await h.rank(ada)).toBe(1);
    expect(await changes(ada)).toEqual([{ from_rank: 0, to_rank: 1, by_rule: true, reason: null }]);
    await ranking().raise();
    expect(await changes(ada)).toHaveLength(1);
    const events = await h.db.query(`select actor_id, subject from event where kind = 'RankChanged' and subject->>'memberId' = $1`, [ada.memberId]);
    expect(events).toEqual([{ actor_id: null, subject: { memberId: ada.memberId, rank: '1', raised: 'yes' } }]);
  });

  it('count what helped, for the highest', async () => {
    const [ben, mina] = [await h.member('customer', 2), await h.member()];
    await h.as(mina).asks('So that nobody is welcomed');
    await hasRead(ben, 50);
    for (let n = 0; n < 10; n += 1) {
      const thread = await h.as(mina).asks(`Question number ${n}`);
      const answer = await h.as(ben).answers(thread);
      if (n < 3) await h.as(mina).accepts(answer);
      if (n < 6) await h.as(mina).votes(answer);
    }
    await h.hear();
    expect((await standing(ben)).progress.find(({ need }) => need === 'points')).toEqual({ need: 'points', amount: 100, have: 105 });
    await isHere(ben);
    await ranking().raise();
    expect(await h.rank(ben)).toBe(3);
    expect(await standing(ben)).toMatchObject({ rank: 3, next: null, progress: [] });
  });

  it('go down by night, not before a fortnight, and not where nobody can know yet', async () => {
    const eva = await h.member('customer', 2);
    await h.db.query(`update reputation_state set started_at = now() - interval '99 days'`);
    await ranking().review();
    expect(await h.rank(eva)).toBe(2);
    await h.db.query(`update reputation_state set started_at = now() - interval '1 year'`);
    await h.db.query(`insert into rank_change (member_id, from_rank, to_rank, by_rule, created_at) values ($1, 1, 2, true, now() - interval '13 days')`, [eva.memberId]);
    await ranking().review();
    expect(await h.rank(eva)).toBe(2);
    await h.db.query(`delete from rank_change where member_id = $1`, [eva.memberId]);
    await ranking().review();
    expect(await h.rank(eva)).toBe(1);
    expect(await changes(eva)).toEqual([{ from_rank: 2, to_rank: 1, by_rule: true, reason: null }]);
  });

  it('are what staff say, with a reason, until they let the rule decide again', async () => {
    const ada = await h.member('customer', 0);
    const memberId = encodeId('member', ada.memberId);
    await ranking().set(jo, { memberId, rank: 3, reason: ' Runs the meetings in Leer. ' });
    await ranking().review();
    expect(await standing(ada)).toMatchObject({ rank: 3, isFixed: true, next: null, progress: [], changes: [{ from: 0, to: 3, byRule: false, reason: 'Runs the meetings in Leer.' }] });
    await ranking().free(jo, { memberId });
    await ranking().free(jo, { memberId });
    expect(await standing(ada)).toMatchObject({ rank: 3, isFixed: false }); // protected for a fortnight, as any rank is
    await h.db.query(`update rank_change set created_at = now() - interval '15 days' where member_id = $1`, [ada.memberId]);
    await ranking().review();
    expect(await h.rank(ada)).toBe(1);
    const refusal = (who: Actor, whom: Actor) => ranking().set(who, { memberId: encodeId('member', whom.memberId), rank: 1, reason: 'Why not.' }).catch((error: unknown) => (error as Refused).problem);
    expect(await refusal(jo, await h.member('super_user', 4))).toMatchObject({ reason: 'no-customer' });
    expect(await refusal(ada, ada)).toMatchObject({ reason: 'staff-only' });
  });

  it('come to one thing where the rule raises and staff lower at the same moment', async () => {
    for (let round = 0; round < 8; round += 1) {
      const ada = await h.member('customer', 0);
      await hasRead(ada, 15, { threads: 2, posts: 10, minutes: 5 });
      await isHere(ada);
      await Promise.all([again(() => ranking().raise()), again(() => ranking().set(jo, { memberId: encodeId('member', ada.memberId), rank: 1, reason: 'Asked for it.' }))]);
      await ranking().raise();
      expect(await h.rank(ada)).toBe(1);
      const made = await changes(ada);
      for (const [n, change] of made.entries()) expect(change['from_rank']).toBe(n === 0 ? 0 : made[n - 1]!['to_rank']); // a chain, without a gap
    }
  });
});
