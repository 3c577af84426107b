import { EditService } from '#forum';
import type { Actor } from '#platform/access';
import { encodeId } from '#platform/database';
import type { StoredEvent } from '#platform/events';
import { FlagReason } from '../flags/flag.type.js';
import { type Neighbours, neighbours } from '../moderation.fixture.js';
import { MendedListener } from './mended.listener.js';
import { ReviewReader } from './review.reader.js';
import { ReviewDecision } from './review.type.js';

let n: Neighbours;
let asker: Actor, eva: Actor, mina: Actor, mo: Actor, jo: Actor;
beforeAll(async () => {
  n = await neighbours();
  [asker, eva, mina, mo, jo] = [await n.member(), await n.member('customer', 0, 'de'), await n.member('super_user', 4), await n.member('super_user', 4), await n.member('staff')];
});
beforeEach(async () => {
  await n.db.query('delete from review_item');
  await n.db.query('delete from act');
});
afterAll(() => n.close());

const reported = async (reason = FlagReason.offensive, by = eva) => {
  const post = await n.as(by).answers(await n.as(asker).asks());
  await n.as(asker).flags(post, reason);
  return { post, item: (await n.item(post)).id };
};
const hidden = async () => {
  const { post, item } = await reported();
  for (const who of [mina, jo]) await n.as(who).flags(post);
  return { post, item };
};

describe('the queue', () => {
  it('has what waits longest and weighs most first; what one wrote oneself is not in it', async () => {
    const [one, two, three] = [await reported(), await reported(), await reported(FlagReason.spam)];
    await n.db.query(`update review_item set opened_at = opened_at - interval '20 hours', place = place - 20 * 3600 where id = $1`, [three.item]);
    await n.as(mo).flags(two.post); // 5 more: as if it had waited 40 hours more
    expect((await n.as(mina).queue()).map(({ key }) => key)).toEqual([two.item, three.item, one.item]);
    expect((await n.as(mina).queue(FlagReason.spam)).map(({ key }) => key)).toEqual([three.item]);
    const first = await n.get(ReviewReader).queue(mina, {}, { limit: 2, backwards: false, from: null });
    const last = first.nodes.at(-1)!;
    expect((await n.get(ReviewReader).queue(mina, {}, { limit: 2, backwards: false, from: [last.place, last.key] })).nodes.map(({ key }) => key)).toEqual([one.item]);
    const own = await reported(FlagReason.offensive, mina);
    expect([(await n.as(mina).queue()).length, (await n.as(mo).queue()).length, await n.get(ReviewReader).count(mina)]).toEqual([3, 4, 3]);
    expect(await n.refusal(n.as(mina).decides(own.item))).toMatchObject({ reason: 'about-own-post' });
  });

  it('gives each its own: taken for ten minutes, free again with the next', async () => {
    const [one, two] = [await reported(), await reported()];
    const taken = await Promise.all([n.as(mina).takes(), n.as(mo).takes()]);
    expect(taken.toSorted()).toEqual([one.item, two.item].toSorted());
    expect(await n.as(jo).takes()).toBeNull();
    const theirs = taken[1]!;
    expect(await n.refusal(n.as(mina).decides(theirs))).toMatchObject({ reason: 'others-look' });
    await n.db.query(`update review_item set claimed_at = claimed_at - interval '10 minutes' where id = $1`, [theirs]);
    expect(await n.as(jo).takes()).toBe(theirs);
    await n.as(jo).decides(theirs);
    expect(await n.as(mo).takes()).toBeNull();
    expect(await n.as(mina).takes()).toBe(taken[0]);
  });

  it('gives nobody what another takes at the same moment', async () => {
    const items = await Promise.all(Array.from({ length: 12 }, () => reported()));
    const keepers = await Promise.all(Array.from({ length: 12 }, () => n.member('super_user', 4)));
    const taken = await Promise.all(keepers.map((keeper) => n.as(keeper).takes()));
    expect(taken.toSorted()).toEqual(items.map(({ item }) => item).toSorted());
  });

  it('is decided once, whoever is faster', async () => {
    for (let round = 0; round < 6; round += 1) {
      const { post, item } = await reported();
      const outcomes = await Promise.all([n.refusal(n.as(mina).decides(item, ReviewDecision.hide)), n.refusal(n.as(mo).decides(item))]);
      expect(outcomes.filter((outcome) => outcome === null)).toHaveLength(1);
      expect(outcomes.find((outcome) => outcome !== null)).toMatchObject({ kind: 'Conflict' });
      expect(await n.state(post)).toBe((await n.item(post)).decision === 'hidden' ? 'hidden' : 'visible');
    }
  });
});

describe('a decision', () => {
  it('shows again what several had hidden, and remembers that they were wrong', async () => {
    const { post, item } = await hidden();
    expect(await n.state(post)).toBe('hidden');
    await n.as(mo).decides(item);
    expect(await n.state(post)).toBe('visible');
    expect((await n.log(post)).at(-1)).toEqual({ actor_id: mo.memberId, act: 'show-post', reason: null });
    expect((await n.events('PostShown')).at(-1)).toEqual({ actor: mo.memberId, post });
    expect(await n.db.query('select distinct agreed from flag where item_id = $1', [item])).toEqual([{ agreed: false }]);
  });

  it('tells the author why, in their language, with what the reviewer says besides', async () => {
    const { post, item } = await reported();
    await n.as(mo).decides(item, ReviewDecision.hide, { note: 'Bitte sachlich.' });
    expect((await n.log(post)).at(-1)).toEqual({ actor_id: mo.memberId, act: 'hide-post', reason: 'Der Beitrag beleidigt oder bedroht jemanden. Bitte sachlich.' });
    const other = await reported(FlagReason.spam);
    await n.as(mo).decides(other.item, ReviewDecision.delete, { reason: FlagReason.offTopic });
    expect([await n.state(other.post), (await n.log(other.post)).at(-1)]).toEqual(['deleted', { actor_id: mo.memberId, act: 'delete-post', reason: 'Der Beitrag gehört nicht dorthin.' }]);
    expect(await n.get(ReviewReader).records([post])).toEqual(new Map([[post, { fine: 0, hidden: 0, deleted: 1 }]]));
  });

  it('says why of what reports had hidden, too', async () => {
    const { post, item } = await hidden();
    const before = (await n.events('PostHidden')).length;
    await n.as(mo).decides(item, ReviewDecision.hide);
    expect((await n.log(post)).at(-1)).toEqual({ actor_id: mo.memberId, act: 'hide-post', reason: 'Der Beitrag beleidigt oder bedroht jemanden.' });
    expect((await n.events('PostHidden')).slice(before)).toEqual([{ actor: mo.memberId, post }]);
  });

  it('takes nothing of the team’s away but by the team', async () => {
    const teams = await reported(FlagReason.wrong, jo);
    for (const decision of [ReviewDecision.hide, ReviewDecision.delete]) expect(await n.refusal(n.as(mina).decides(teams.item, decision))).toMatchObject({ reason: 'staff-post' });
    await n.as(mina).decides(teams.item);
    const { post, item } = await reported();
    await n.as(jo).marksOfficial(post);
    expect(await n.refusal(n.as(mina).decides(item, ReviewDecision.delete))).toMatchObject({ reason: 'official-answer' });
    await n.as(jo).decides(item, ReviewDecision.delete);
    expect(await n.state(post)).toBe('deleted');
  });

  it('is nobody’s who does not keep order', async () => {
    const { item } = await reported();
    expect(await n.refusal(n.as(asker).decides(item))).toMatchObject({ reason: 'super-users-only' });
    expect(await n.refusal(n.as(mina).decides('999999999'))).toBe('Not found.');
  });
});

describe('what its author has changed while it was hidden', () => {
  const mends = async (post: string, text: string, by = eva) => {
    const [row] = await n.db.query<{ version: number }>('select version from post where id = $1', [post]);
    await n.get(EditService).edit(by, { postId: encodeId('post', post), body: text, basedOn: row!.version });
    const [event] = await n.db.query<StoredEvent>(`select id, kind, actor_id as "actorId", subject, created_at as "createdAt" from event where kind = 'PostEdited' order by id desc limit 1`);
    for (const _ of [1, 2]) await n.get(MendedListener).hear(event!); // each is heard at least once
  };
  const places = () => n.db.query<{ id: string; waited: number }>('select id, (extract(epoch from now())::bigint - place)::int / 3600 as waited from review_item where decided_at is null order by place');

  it('is looked at sooner, and sooner but once', async () => {
    const { post, item } = await hidden();
    const [before] = await places();
    await mends(post, 'I was wrong to be rude.');
    await mends(post, 'I was wrong to be rude. Sorry.');
    const after = await places();
    expect(after).toEqual([{ id: item, waited: before!.waited + 24 }]);
    expect((await n.get(ReviewReader).byKey(item))!.mendedAt).toBeInstanceOf(Date);
  });

  it('is looked at again where it had been decided about', async () => {
    const { post, item } = await hidden();
    await n.as(mo).decides(item, ReviewDecision.hide);
    await n.as(mina).queue();
    await mends(post, 'I was wrong to be rude.');
    const [again] = await n.as(mina).queue();
    expect([again!.key === item, again!.flaggers, await n.get(ReviewReader).earlier(again!)]).toEqual([false, 0, [expect.objectContaining({ decision: 'hidden', reason: 'offensive' })]]);
    await n.as(mina).decides(again!.key, ReviewDecision.hide);
    expect((await n.log(post)).at(-1)).toMatchObject({ actor_id: mina.memberId, reason: 'Der Beitrag beleidigt oder bedroht jemanden.' });
    await mends(post, 'Please forgive me.');
    await n.as(mo).decides((await n.as(mo).queue())[0]!.key);
    expect(await n.state(post)).toBe('visible');
  });

  it('is no matter of the queue where somebody else changed it, or everyone sees it', async () => {
    const { post, item } = await hidden();
    await n.as(mo).decides(item, ReviewDecision.hide);
    await mends(post, 'Something kinder.', mina);
    const seen = await n.as(eva).answers(await n.as(asker).asks(), 'All is well.');
    await mends(seen, 'All is very well.');
    expect(await n.as(mo).queue()).toEqual([]);
  });
});
