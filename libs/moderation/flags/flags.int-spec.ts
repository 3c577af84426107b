import type { Actor } from '#platform/access';
import { type Neighbours, neighbours } from '../moderation.fixture.js';
import { ReviewDecision } from '../review/review.type.js';
import { FlagReason } from './flag.type.js';

let n: Neighbours;
let asker: Actor, rude: Actor, mina: Actor, jo: Actor;
beforeAll(async () => {
  n = await neighbours();
  [asker, rude, mina, jo] = [await n.member(), await n.member(), await n.member('super_user', 4), await n.member('staff')];
});
beforeEach(() => n.db.query('delete from act'));
afterAll(() => n.close());

const reported = async () => n.as(rude).answers(await n.as(asker).asks());
const regulars = (many: number, rank = 3) => Promise.all(Array.from({ length: many }, () => n.member('customer', rank)));

describe('a flag', () => {
  it('is one a person, however often and fast; never about one’s own', async () => {
    const post = await reported();
    await Promise.all(Array.from({ length: 4 }, () => n.as(asker).flags(post)));
    expect(await n.item(post)).toMatchObject({ flaggers: 1, weight: 1, hidden: false });
    expect(await n.db.query(`select act from act where member_id = $1 and act = 'flag'`, [asker.memberId])).toHaveLength(1);
    expect(await n.refusal(n.as(rude).flags(post))).toMatchObject({ reason: 'about-own-post' });
    expect(await n.state(post)).toBe('visible');
  });

  it('hides with others: by weight, and never by fewer than three', async () => {
    const post = await reported();
    for (const who of [mina, jo]) await n.as(who).flags(post); // 5 and 6: heavy enough, and two
    expect([await n.state(post), (await n.item(post)).weight]).toEqual(['visible', 11]);
    await n.as(asker).flags(post);
    expect([await n.state(post), (await n.item(post)).hidden]).toEqual(['hidden', true]);
    expect(await n.log(post)).toEqual([{ actor_id: null, act: 'hide-post', reason: null }]);
    expect((await n.events('PostHidden')).at(-1)).toEqual({ actor: null, post });
    const other = await reported();
    for (const who of await regulars(8, 0)) await n.as(who).flags(other); // eight newcomers weigh 8
    expect(await n.state(other)).toBe('visible');
    await n.as(asker).flags(other);
    expect(await n.state(other)).toBe('hidden');
  });

  it('comes at the same moment as others without one being lost', async () => {
    const post = await reported();
    const outcomes = await Promise.all((await regulars(5)).map((who) => n.refusal(n.as(who).flags(post))));
    const taken = outcomes.filter((outcome) => outcome === null).length; // whoever comes when it is hidden already finds nothing there
    expect([outcomes.filter((outcome) => outcome !== null && outcome !== 'Not found.'), await n.item(post)]).toEqual([[], expect.objectContaining({ flaggers: taken, weight: 4 * taken, hidden: true })]);
    expect(taken).toBeGreaterThanOrEqual(3);
    expect((await n.events('PostHidden')).filter((event) => event.post === post)).toHaveLength(1);
  });

  it('of wrong information is looked at, and hides nothing; nor is hidden what the team wrote, or stands by', async () => {
    const wrong = await reported();
    for (const who of await regulars(5)) await n.as(who).flags(wrong, FlagReason.wrong);
    expect([await n.state(wrong), await n.item(wrong)]).toEqual(['visible', expect.objectContaining({ flaggers: 5, weight: 0 })]);
    const thread = await n.as(asker).asks();
    const [teams, official] = [await n.as(jo).answers(thread, 'The next version mends it.'), await n.as(rude).answers(thread, 'Wait for the next version.')];
    await n.as(jo).marksOfficial(official);
    const opening = await n.opening(thread); // the official answer would go along
    for (const post of [teams, official, opening]) for (const who of await regulars(5)) await n.as(who).flags(post);
    expect([await n.state(teams), await n.state(official), await n.state(opening)]).toEqual(['visible', 'visible', 'visible']);
    expect(await n.refusal(n.as(mina).decides((await n.item(opening)).id, ReviewDecision.hide))).toMatchObject({ reason: 'official-answer' });
  });

  it('weighs by how often those who looked agreed', async () => {
    const [wolf, fair] = await regulars(2, 0);
    for (let round = 0; round < 5; round += 1) {
      const [fine, bad] = [await reported(), await reported()];
      await n.as(wolf!).flags(fine);
      await n.as(fair!).flags(bad);
      await n.as(mina).decides((await n.item(fine)).id);
      await n.as(mina).decides((await n.item(bad)).id, ReviewDecision.hide);
    }
    const post = await reported();
    await n.as(wolf!).flags(post);
    expect((await n.item(post)).weight).toBe(0);
    await n.as(fair!).flags(post);
    expect((await n.item(post)).weight).toBe(6);
  });

  it('waits a day after somebody found the post fine, unless the law may be broken', async () => {
    const post = await reported();
    await n.as(asker).flags(post);
    await n.as(mina).decides((await n.item(post)).id);
    const [other] = await regulars(1);
    expect(await n.refusal(n.as(other!).flags(post))).toMatchObject({ reason: 'looked-at' });
    await n.as(other!).flags(post, FlagReason.illegal);
    expect(await n.item(post)).toMatchObject({ flaggers: 1, decision: null });
    await n.db.query(`update review_item set decided_at = now() - interval '25 hours' where post_id = $1 and decided_at is not null`, [post]);
    const [third] = await regulars(1);
    await n.as(third!).flags(post);
    expect(await n.item(post)).toMatchObject({ flaggers: 2 });
  });

  it('is limited: forty a day at rank 2', async () => {
    const usual = await neighbours({ limits: 'usual' });
    const [writer, reader] = [await usual.member('staff'), await usual.member('customer', 2)];
    const post = await usual.as(writer).answers(await usual.as(await usual.member()).asks());
    await usual.db.query(`insert into act (member_id, act, at) select $1, 'flag', now() - interval '1 hour' from generate_series(1, 40)`, [reader.memberId]);
    expect(await usual.refusal(usual.as(reader).flags(post))).toMatchObject({ kind: 'TooFast' });
    expect(await usual.db.query('select from review_item')).toEqual([]);
    await usual.close();
  });
});
