import { type Actor, canSpeak, canWrite } from '#platform/access';
import { FlagReason } from '../flags/flag.type.js';
import { type Neighbours, neighbours } from '../moderation.fixture.js';
import { ReviewDecision } from '../review/review.type.js';
import { SanctionReader } from './sanction.reader.js';
import { SanctionStep } from './sanction.sets.js';

const { notice, silence, suspension } = SanctionStep;

let n: Neighbours;
let asker: Actor, mina: Actor, mo: Actor, jo: Actor, kim: Actor, root: Actor;
beforeAll(async () => {
  n = await neighbours();
  [asker, mina, mo, jo, kim, root] = [await n.member(), await n.member('super_user', 4), await n.member('super_user', 4), await n.member('staff'), await n.member('staff'), await n.member('admin')];
});
afterAll(() => n.close());

const reader = () => n.get(SanctionReader);
const of = (member: Actor) => reader().of(member.memberId);
const may = async (member: Actor) => {
  const actor = await n.now(member);
  const reason = (decision: ReturnType<typeof canWrite>) => (decision.denied ? decision.reason : 'yes');
  return { write: reason(canWrite(actor)), speak: reason(canSpeak(actor)) };
};
const passes = (member: Actor, hours: number) => n.db.query(
  `with s as (update sanction set starts_at = starts_at - make_interval(hours => $2::int), ends_at = ends_at - make_interval(hours => $2::int), created_at = created_at - make_interval(hours => $2::int) where member_id = $1)
   update member set silenced_until = silenced_until - make_interval(hours => $2::int), suspended_until = suspended_until - make_interval(hours => $2::int) where id = $1`, [member.memberId, hours]);

describe('a sanction', () => {
  it('goes step by step, each bars from what it says, and ends by itself', async () => {
    const rude = await n.member();
    await n.as(mina).sanctions(rude, notice);
    expect([await may(rude), await reader().next(rude.memberId)]).toEqual([{ write: 'yes', speak: 'yes' }, { step: silence, hours: 24 }]);
    await n.as(mina).sanctions(rude, silence, 24);
    expect([await may(rude), await reader().next(rude.memberId)]).toEqual([{ write: 'yes', speak: 'silenced' }, { step: silence, hours: 72 }]);
    await passes(rude, 23);
    expect(await may(rude)).toMatchObject({ speak: 'silenced' });
    await passes(rude, 1);
    expect(await may(rude)).toEqual({ write: 'yes', speak: 'yes' });
    await n.as(jo).sanctions(rude, suspension, 720);
    expect([await may(rude), await reader().next(rude.memberId)]).toEqual([{ write: 'suspended', speak: 'suspended' }, { step: suspension, hours: 720 }]);
    await passes(rude, 24 * 365 + 1);
    expect([await may(rude), await reader().next(rude.memberId)]).toEqual([{ write: 'yes', speak: 'yes' }, { step: notice, hours: null }]);
  });

  it('tells the member why, in their language, and is kept in the log', async () => {
    const rude = await n.member('customer', 0, 'de');
    const post = await n.as(rude).answers(await n.as(asker).asks());
    const foreign = await n.as(mo).answers(await n.as(asker).asks());
    await n.as(mina).sanctions(rude, silence, 72, { note: 'Bitte sachlich.', postIds: [post, foreign].map((key) => `pst_${key}`) });
    const [decision] = await n.as(rude).decisions();
    expect(decision).toMatchObject({ act: 'silence-member', reason: 'Wegen Beleidigungen oder Drohungen. Bitte sachlich.', hours: 72, canAppeal: true, byReports: false });
    expect(decision!.endsAt!.getTime() - decision!.createdAt.getTime()).toBe(72 * 3_600_000);
    expect(await n.db.query('select sp.post_id as post from sanction_post sp join sanction s on s.id = sp.sanction_id where s.member_id = $1', [rude.memberId])).toEqual([{ post }]);
    expect(await n.db.query(`select actor_id, subject->>'step' as step from event where kind = 'Sanctioned' and subject->>'memberId' = $1`, [rude.memberId])).toEqual([{ actor_id: mina.memberId, step: 'silence' }]);
  });

  it('ends with the longest of several, and at once where it is lifted; twice is fine', async () => {
    const rude = await n.member();
    await n.as(mina).sanctions(rude, silence, 72);
    await n.as(mo).sanctions(rude, silence, 24);
    const [short, long] = await of(rude);
    expect(await n.refusal(n.as(mo).lifts(long!.key))).toMatchObject({ reason: 'staff-only' });
    await n.as(jo).lifts(long!.key);
    await n.as(jo).lifts(long!.key);
    expect(await may(rude)).toMatchObject({ speak: 'silenced' });
    await n.as(mo).lifts(short!.key);
    expect(await may(rude)).toEqual({ write: 'yes', speak: 'yes' });
    expect((await n.db.query(`select from event where kind = 'SanctionLifted' and subject->>'memberId' = $1`, [rude.memberId])).length).toBe(2);
    expect((await of(rude)).map(({ isRunning, liftedAt }) => [isRunning, liftedAt !== null])).toEqual([[false, true], [false, true]]);
  });

  it.each<[string, () => Promise<unknown>, string]>([
    ['by a customer', async () => n.as(asker).sanctions(await n.member(), notice), 'super-users-only'],
    ['of oneself', () => n.as(mina).sanctions(mina, notice), 'own-self'],
    ['of the team', () => n.as(jo).sanctions(root, notice), 'team-member'],
    ['of a super user by another', () => n.as(mina).sanctions(mo, notice), 'team-member'],
    ['of more than three days by a super user', async () => n.as(mina).sanctions(await n.member(), silence, 73), 'beyond-your-means'],
    ['suspension by a super user', async () => n.as(mina).sanctions(await n.member(), suspension, 24), 'beyond-your-means'],
  ])('is refused %s', async (_, act, reason) => {
    expect(await n.refusal(act())).toMatchObject({ kind: 'NotAllowed', reason });
  });

  it('has a time, but for a notice', async () => {
    const rude = await n.member();
    expect(await n.refusal(n.as(jo).sanctions(rude, silence))).toMatchObject({ kind: 'InvalidInput' });
    expect(await n.refusal(n.as(jo).sanctions(rude, notice, 24))).toMatchObject({ kind: 'InvalidInput' });
    expect(await of(rude)).toEqual([]);
  });
});

describe('a longer suspension', () => {
  const suspended = async () => {
    const rude = await n.member();
    await n.as(jo).sanctions(rude, suspension, 720);
    await n.as(jo).sanctions(rude, suspension, 240, { reason: FlagReason.troll });
    const [renewal] = await of(rude);
    const item = (await n.db.one<{ id: string }>('select id from review_item where renewal_id = $1', [renewal!.key]))!.id;
    return { rude, item };
  };

  it('needs two of the staff, and begins where the other ends', async () => {
    const { rude, item } = await suspended();
    expect((await of(rude))[0]).toMatchObject({ isProposed: true, isRunning: false });
    expect(await n.refusal(n.as(kim).sanctions(rude, suspension, 24))).toMatchObject({ reason: 'renewal-waits' });
    expect(await n.refusal(n.as(jo).decides(item, ReviewDecision.uphold))).toMatchObject({ reason: 'decided-by-you' });
    expect(await n.refusal(n.as(mina).decides(item, ReviewDecision.uphold))).toMatchObject({ reason: 'staff-only' });
    for (const [who, sees] of [[jo, false], [mina, false], [kim, true]] as const) expect((await n.as(who).queue()).some(({ key }) => key === item)).toBe(sees);
    const before = (await n.now(rude)).suspendedUntil!;
    await n.as(kim).decides(item, ReviewDecision.uphold);
    expect((await n.now(rude)).suspendedUntil!.getTime() - before.getTime()).toBe(240 * 3_600_000);
    expect((await n.as(rude).decisions())[0]).toMatchObject({ act: 'renew-suspension', hours: 240, canAppeal: true });
  });

  it('does not begin where the second refuses', async () => {
    const { rude, item } = await suspended();
    const before = (await n.now(rude)).suspendedUntil;
    await n.as(kim).decides(item, ReviewDecision.lift);
    expect([(await n.now(rude)).suspendedUntil, (await of(rude))[0]]).toMatchObject([before, { isProposed: false, isRefused: true, isRunning: false }]);
    expect(await n.refusal(n.as(root).decides(item, ReviewDecision.uphold))).toMatchObject({ kind: 'Conflict' });
  });

  it('is asked for once, whoever is at it at the same time', async () => {
    const rude = await n.member();
    await n.as(jo).sanctions(rude, suspension, 24);
    const outcomes = await Promise.all([jo, kim, root].map((who) => n.refusal(n.as(who).sanctions(rude, suspension, 48))));
    expect(outcomes.filter((outcome) => outcome === null)).toHaveLength(1);
  });
});
