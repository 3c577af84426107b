import type { Actor } from '#platform/access';
import { type Helpers, helpers } from '../reputation.fixture.js';
import { RingReader } from './ring.reader.js';
import { RingService } from './ring.service.js';
import { VoteFindingState } from './ring.type.js';

const { open, undone, dismissed } = VoteFindingState;

let h: Helpers;
let staff: Actor, asker: Actor;
beforeAll(async () => {
  h = await helpers();
  [staff, asker] = [await h.member('staff'), await h.member()];
});
beforeEach(async () => {
  await h.db.query('delete from vote_finding');
  await h.db.query('delete from vote'); // or the rings of before are found again
});
afterAll(() => h.close());

const find = () => h.get(RingService).find();
const listed = async (state = open) => (await h.get(RingReader).list(state, { limit: 20, backwards: false, from: null })).nodes;
const decides = (key: string, state: VoteFindingState) => h.get(RingService).decide(staff, { findingId: `fnd_${key}`, state });

/** Five who write six answers each and vote for all of the others'. */
async function ring(): Promise<{ members: Actor[]; posts: string[] }> {
  const members = await Promise.all(Array.from({ length: 5 }, () => h.member()));
  const posts: string[] = [];
  for (const member of members) {
    for (let n = 0; n < 6; n += 1) {
      const post = await h.as(member).answers(await h.as(asker).asks());
      posts.push(post);
      for (const other of members) if (other !== member) await h.as(other).votes(post);
    }
    await h.db.query('delete from act');
  }
  await h.hear();
  return { members, posts };
}
const keysOf = (members: readonly Actor[]) => members.map((member) => member.memberId).toSorted();
const ups = async (posts: readonly string[]) => (await h.db.one<{ ups: number }>('select coalesce(sum(up_count), 0)::int as ups from post where id = any($1)', [posts]))!.ups;

describe('a ring', () => {
  it('is found once, with what speaks for it, and votes count until staff decide', async () => {
    const { members, posts } = await ring();
    const honest = await h.member();
    await h.as(honest).votes(posts[0]!);
    expect([await find(), await find()]).toEqual([1, 0]);
    const [finding] = await listed();
    expect(finding).toMatchObject({ kind: 'mutual', votes: 120, posts: 120, share: 1, joinedDays: 0, sameNetwork: 0 });
    expect([finding!.giverKeys.toSorted(), finding!.getterKeys.toSorted()]).toEqual([keysOf(members), keysOf(members)]);
    expect(await ups(posts)).toBe(121);
  });

  it('is undone in one step with all points, and put back in one, exactly', async () => {
    const { members, posts } = await ring();
    const honest = await h.member();
    await h.as(honest).votes(posts[0]!);
    const before = await Promise.all(members.map((member) => h.earned(member)));
    await find();
    const key = (await listed())[0]!.key;
    await decides(key, undone);
    await decides(key, undone);
    expect([await ups(posts), (await listed()).length, (await listed(undone)).length]).toEqual([1, 0, 1]);
    expect(await Promise.all(members.map((member) => h.earned(member)))).toEqual(members.map((_, at) => (at === 0 ? { upVoted: 10 } : {})));
    await decides(key, dismissed);
    expect([await ups(posts), await Promise.all(members.map((member) => h.earned(member))), await h.drift()]).toEqual([121, before, []]);
    expect(await find()).toBe(0); // what was looked at is not found again
  });

  it('keeps the vote of who has voted again meanwhile', async () => {
    const { members, posts } = await ring();
    await find();
    const key = (await listed())[0]!.key;
    await decides(key, undone);
    await h.as(members[1]!).votes(posts[0]!, 'down');
    await decides(key, open);
    expect(await h.db.query('select up_count as up, down_count as down from post where id = $1', [posts[0]])).toEqual([{ up: 3, down: 1 }]);
    expect(await h.db.query('select from vote_set_aside where finding_id = $1', [key])).toEqual([]);
  });

  it('is undone once, however many decide at the same time', async () => {
    const { posts } = await ring();
    await find();
    const key = (await listed())[0]!.key;
    await Promise.all([decides(key, undone), decides(key, undone), decides(key, undone)]);
    expect([await ups(posts), await h.drift()]).toEqual([0, []]);
  });
});

it('finds whom several vote against and little else, and does not take thanks for a ring', async () => {
  const [victim, helper] = [await h.member(), await h.member()];
  const haters = await Promise.all(Array.from({ length: 3 }, () => h.member()));
  const thankful = await Promise.all(Array.from({ length: 6 }, () => h.member()));
  for (let n = 0; n < 5; n += 1) {
    const post = await h.as(victim).answers(await h.as(asker).asks());
    for (const hater of haters) await h.as(hater).votes(post, 'down');
    await h.db.query('delete from act');
  }
  for (const thanks of thankful) {
    for (let n = 0; n < 3; n += 1) await h.as(thanks).votes(await h.as(helper).answers(await h.as(thanks).asks()));
    await h.db.query('delete from act');
  }
  expect(await find()).toBe(1);
  expect(await listed()).toMatchObject([{ kind: 'against', giverKeys: keysOf(haters), getterKeys: [victim.memberId], votes: 15, posts: 15, share: 1 }]);
});
