import { Refused } from '#platform/graphql';
import type { Actor } from '#platform/access';
import { encodeId } from '#platform/database';
import { type Helpers, helpers } from '../reputation.fixture.js';
import { SuperUserReader } from './super-user.reader.js';
import { SuperUserService } from './super-user.service.js';

let h: Helpers;
let staff: Actor, asker: Actor;
beforeAll(async () => {
  h = await helpers();
  [staff, asker] = [await h.member('staff'), await h.member()];
});
beforeEach(async () => {
  await h.db.query('delete from super_user_term');
  await h.db.query(`update member set role = 'customer' where role = 'super_user'`);
});
afterAll(() => h.close());

const service = () => h.get(SuperUserService);
const idOf = (member: Actor) => encodeId('member', member.memberId);
const invites = (member: Actor, message = '', by = staff) => service().invite(by, { memberId: idOf(member), message });
const ends = (member: Actor, by = staff, reason = '') => service().end(by, { memberId: idOf(member), reason });
const stands = (member: Actor) => h.db.one<{ role: string; rank: number }>('select role, rank from member where id = $1', [member.memberId]);
const term = (member: Actor) => h.get(SuperUserReader).latest(member.memberId);
const refusal = (act: Promise<unknown>) => act.then(() => null, (error: unknown) => (error instanceof Refused ? error.problem : (error as Error).message));
const told = (kind: string, member: Actor) => h.db.query(`select actor_id as actor from event where kind = $1 and subject->>'memberId' = $2`, [kind, member.memberId]);

async function expert(rank = 2, accepted = 3): Promise<Actor> {
  const member = await h.member('customer', rank);
  for (let n = 0; n < accepted; n += 1) {
    await h.as(asker).accepts(await h.as(member).answers(await h.as(asker).asks()));
    await h.db.query('delete from act');
  }
  await h.hear();
  return member;
}

describe('a super user', () => {
  it('is invited, accepts, serves for a year, and stops as a customer of rank 3', async () => {
    const ada = await expert();
    await invites(ada, 'You help so many.');
    await invites(ada);
    expect([await told('SuperUserInvited', ada), await term(ada)]).toMatchObject([[{ actor: staff.memberId }], { state: 'invited', message: 'You help so many.', until: null }]);
    await service().answer(ada, { accept: true });
    expect(await stands(ada)).toEqual({ role: 'super_user', rank: 4 });
    const { until, invitedAt } = (await term(ada))!;
    expect(Math.round((until!.getTime() - invitedAt.getTime()) / 86_400_000)).toBe(365);
    await ends(ada, staff, 'As you asked.');
    await ends(ada);
    expect([await stands(ada), await term(ada), (await told('SuperUserEnded', ada)).length]).toMatchObject([{ role: 'customer', rank: 3 }, { state: 'ended', endReason: 'As you asked.' }, 1]);
    expect(await h.db.query('select from_rank, to_rank, by_rule from rank_change where member_id = $1 order by id', [ada.memberId])).toEqual([{ from_rank: 2, to_rank: 4, by_rule: false }, { from_rank: 4, to_rank: 3, by_rule: false }]);
  });

  it('declines, and is not proposed again for half a year; or resigns', async () => {
    const [ada, ben] = [await expert(), await expert()];
    await invites(ada);
    await service().answer(ada, { accept: false });
    expect([await stands(ada), await term(ada)]).toMatchObject([{ role: 'customer', rank: 2 }, { state: 'declined' }]);
    expect(await refusal(service().answer(ada, { accept: true }))).toMatchObject({ reason: 'no-invitation' });
    expect((await h.get(SuperUserReader).candidates()).map(({ memberKey }) => memberKey)).not.toContain(ada.memberId);
    await invites(ben);
    await service().answer(ben, { accept: true });
    await ends(ben, ben);
    expect(await stands(ben)).toEqual({ role: 'customer', rank: 3 });
  });

  it('serves on when the term is over, and whoever invited them is asked once; another year counts from its end', async () => {
    const ada = await expert();
    await invites(ada);
    await service().answer(ada, { accept: true });
    await service().ask();
    expect(await told('SuperUserTermEnds', ada)).toEqual([]);
    await h.db.query(`update super_user_term set until = now() + interval '29 days'`);
    await service().ask();
    await service().ask();
    expect((await told('SuperUserTermEnds', ada)).length).toBe(1);
    expect((await h.get(SuperUserReader).all())[0]).toMatchObject({ memberKey: ada.memberId, endsSoon: true });
    await h.db.query(`update super_user_term set until = now() - interval '3 days'`);
    expect(await stands(ada)).toMatchObject({ role: 'super_user' });
    await service().renew(staff, { memberId: idOf(ada) });
    const [{ days }] = await h.db.query<{ days: number }>('select extract(day from until - now())::int as days from super_user_term') as [{ days: number }];
    expect(days).toBeGreaterThanOrEqual(364);
  });

  it('is one once, however many invite and accept at the same time', async () => {
    const ada = await expert();
    await Promise.all([invites(ada), invites(ada), invites(ada)]);
    const outcomes = await Promise.all([1, 2, 3].map(() => refusal(service().answer(ada, { accept: true }))));
    expect(outcomes.filter((outcome) => outcome === null)).toHaveLength(1);
    expect(await h.db.query('select count(*)::int as terms from super_user_term')).toEqual([{ terms: 1 }]);
  });

  it('is invited by staff alone, and only a customer', async () => {
    const ada = await expert();
    expect(await refusal(invites(ada, '', asker))).toMatchObject({ reason: 'staff-only' });
    expect(await refusal(invites(staff))).toMatchObject({ reason: 'no-customer' });
    expect(await refusal(ends(ada, asker))).toMatchObject({ reason: 'staff-only' });
    expect(await refusal(service().renew(staff, { memberId: idOf(ada) }))).toMatchObject({ reason: 'no-super-user' });
  });
});

it('is proposed who helped lately and well, and against whom nothing was decided; with what each contributes', async () => {
  const [ada, low, few, rude] = [await expert(2, 4), await expert(1, 4), await expert(3, 2), await expert(2, 4)];
  await h.db.query(`insert into sanction (member_id, step, reason, starts_at) values ($1, 'notice', 'offensive', now())`, [rude.memberId]);
  const candidates = await h.get(SuperUserReader).candidates();
  const keys = candidates.map(({ memberKey }) => memberKey);
  expect([keys.includes(ada.memberId), keys.includes(low.memberId), keys.includes(few.memberId), keys.includes(rude.memberId)]).toEqual([true, false, false, false]);
  expect(candidates.find(({ memberKey }) => memberKey === ada.memberId)).toMatchObject({ accepted: 4, isInvited: false, upShare: null });
  await invites(ada);
  expect((await h.get(SuperUserReader).candidates())[0]).toMatchObject({ memberKey: ada.memberId, isInvited: true });
  await service().answer(ada, { accept: true });
  expect(await h.get(SuperUserReader).all()).toMatchObject([{ memberKey: ada.memberId, endsSoon: false, contribution: { posts: 4, accepted: 4, reviews: 0 } }]);
});
