import type { Actor } from '#platform/access';
import { FlagReason } from '../flags/flag.type.js';
import { type Neighbours, neighbours } from '../moderation.fixture.js';
import { ReviewDecision, ReviewKind } from '../review/review.type.js';
import { SanctionStep } from '../sanctions/sanction.sets.js';

const { fine, hide, uphold, lift } = ReviewDecision;

let n: Neighbours;
let asker: Actor, eva: Actor, mina: Actor, mo: Actor, jo: Actor, kim: Actor;
beforeAll(async () => {
  n = await neighbours();
  [asker, eva, mina, mo, jo, kim] = [await n.member(), await n.member('customer', 0, 'de'), await n.member('super_user', 4), await n.member('super_user', 4), await n.member('staff'), await n.member('staff')];
});
beforeEach(async () => {
  await n.db.query('delete from review_item');
  await n.db.query('delete from act');
});
afterAll(() => n.close());

const decided = async (decision: ReviewDecision, by: Actor) => {
  const post = await n.as(eva).answers(await n.as(asker).asks());
  await n.as(asker).flags(post, FlagReason.offensive);
  await n.as(by).decides((await n.item(post)).id, decision);
  return { post, entry: (await n.as(eva).decisions())[0]! };
};
const itemOf = async (entry: string) => (await n.db.one<{ id: string }>('select i.id from review_item i join appeal a on a.id = i.appeal_id where a.entry_id = $1', [entry]))!.id;
const appealed = async (by: Actor = mina, decision = hide) => {
  const { post, entry } = await decided(decision, by);
  await n.as(eva).appeals(entry.key);
  return { post, entry: entry.key, item: await itemOf(entry.key) };
};

describe('an appeal', () => {
  it('is decided by somebody else, due before what is reported now, and its maker sees by when', async () => {
    const reportedBefore = await n.as(eva).answers(await n.as(asker).asks());
    await n.as(asker).flags(reportedBefore);
    const { item, entry } = await appealed();
    expect((await n.as(mina).queue()).some(({ key }) => key === item)).toBe(false);
    expect((await n.as(mo).queue())[0]).toMatchObject({ key: item, kind: ReviewKind.appeal });
    expect(await n.refusal(n.as(mina).decides(item, uphold))).toMatchObject({ reason: 'decided-by-you' });
    expect(await n.refusal(n.as(mo).decides(item, fine))).toMatchObject({ kind: 'InvalidInput' });
    const [decision] = await n.as(eva).decisions();
    expect(decision).toMatchObject({ key: entry, canAppeal: false, appeal: { body: 'That was meant as a joke.', outcome: null } });
    expect(decision!.appeal!.dueAt.getTime() - decision!.appeal!.createdAt.getTime()).toBe(72 * 3_600_000);
  });

  it('undoes what was wrong, and remembers whose report was', async () => {
    for (const decision of [hide, ReviewDecision.delete]) {
      const { post, item } = await appealed(mina, decision);
      await n.as(mo).decides(item, lift, { note: 'Das war ein Scherz.' });
      expect(await n.state(post)).toBe('visible');
      expect(await n.db.query('select distinct f.agreed from flag f join review_item i on i.id = f.item_id where i.post_id = $1', [post])).toEqual([{ agreed: false }]);
      const acts = (await n.as(eva).decisions()).slice(0, 3).map(({ act, reason, appeal }) => ({ act, reason, outcome: appeal?.outcome ?? null }));
      expect(acts).toEqual([
        { act: decision === hide ? 'show-post' : 'restore-post', reason: null, outcome: null },
        { act: 'lift-decision', reason: 'Das war ein Scherz.', outcome: null },
        { act: `${decision === hide ? 'hide' : 'delete'}-post`, reason: 'Der Beitrag beleidigt oder bedroht jemanden.', outcome: 'lifted' },
      ]);
      expect((await n.db.query(`select actor_id, subject->>'outcome' as outcome from event where kind = 'AppealDecided' order by id desc limit 1`))).toEqual([{ actor_id: mo.memberId, outcome: 'lifted' }]);
    }
  });

  it('leaves what was right, and there is no second one', async () => {
    const { post, item, entry } = await appealed();
    await n.as(mo).decides(item, uphold);
    expect(await n.state(post)).toBe('hidden');
    await n.as(eva).appeals(entry, 'But it was a joke, really.');
    expect((await n.db.query('select body, outcome from appeal where entry_id = $1', [entry]))).toEqual([{ body: 'That was meant as a joke.', outcome: 'upheld' }]);
    expect(await n.refusal(n.as(jo).decides(item, lift))).toMatchObject({ kind: 'Conflict' });
  });

  it('against what staff decided, and against sanctions, is for other staff', async () => {
    const { item } = await appealed(jo);
    expect(await n.refusal(n.as(mo).decides(item, lift))).toMatchObject({ reason: 'staff-only' });
    expect((await n.as(mo).queue()).some(({ key }) => key === item)).toBe(false);
    await n.as(kim).decides(item, lift);
    await n.as(mina).sanctions(eva, SanctionStep.silence, 24);
    const { key } = (await n.as(await n.now(eva)).decisions())[0]!;
    await n.as(eva).appeals(key);
    expect(await n.refusal(n.as(mo).decides(await itemOf(key), lift))).toMatchObject({ reason: 'staff-only' });
    await n.as(jo).decides(await itemOf(key), lift);
    expect((await n.now(eva)).silencedUntil).toBeNull();
  });

  it('is refused against what is not about one, stands no longer, or is long ago', async () => {
    const { post, entry } = await decided(hide, mina);
    expect(await n.refusal(n.as(asker).appeals(entry.key))).toBe('Not found.');
    await n.db.query(`update post set state = 'visible' where id = $1`, [post]);
    expect(await n.refusal(n.as(eva).appeals(entry.key))).toMatchObject({ reason: 'no-appeal' });
    const other = await n.as(eva).answers(await n.as(asker).asks());
    for (const who of [asker, mo, jo]) await n.as(who).flags(other);
    const byReports = (await n.as(eva).decisions())[0]!;
    expect([byReports.byReports, byReports.canAppeal]).toEqual([true, false]);
    expect(await n.refusal(n.as(eva).appeals(byReports.key))).toMatchObject({ reason: 'no-appeal' });
  });

  it('is one, however often it is sent at once, and decided once', async () => {
    const { entry } = await decided(hide, mina);
    await Promise.all(Array.from({ length: 4 }, () => n.as(eva).appeals(entry.key)));
    expect(await n.db.query('select count(*)::int as items from review_item where appeal_id is not null')).toEqual([{ items: 1 }]);
    const item = await itemOf(entry.key);
    const outcomes = await Promise.all([n.refusal(n.as(mo).decides(item, lift)), n.refusal(n.as(jo).decides(item, uphold)), n.refusal(n.as(kim).decides(item, lift))]);
    expect(outcomes.filter((outcome) => outcome === null)).toHaveLength(1);
  });
});
