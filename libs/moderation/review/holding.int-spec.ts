import { AnswerService, AskQuestionService, EditService } from '#forum';
import type { Actor } from '#platform/access';
import { encodeId } from '#platform/database';
import type { EventKind, StoredEvent } from '#platform/events';
import { again } from '#platform/graphql';
import { HoldSignal, type WritingInput } from '#screening';
import { FlagReason } from '../flags/flag.type.js';
import { type Neighbours, neighbours } from '../moderation.fixture.js';
import { NewcomersListener } from './newcomers.listener.js';
import { ReviewReader } from './review.reader.js';
import { ReviewDecision, ReviewKind } from './review.type.js';

const AD = 'Online casino with the best slots, write to me on Telegram.';
const CALM: WritingInput = { seconds: 40, decoy: false, proof: null };
let n: Neighbours;
let asker: Actor, mina: Actor;
beforeAll(async () => {
  n = await neighbours({ screening: true });
  [asker, mina] = [await n.member('customer', 2), await n.member('super_user', 4)];
});
afterAll(() => n.close());

const proven = async (rank = 0) => {
  const member = await n.member('customer', rank);
  await n.db.query(`update member set proven_at = now(), created_at = now() - interval '2 hours' where id = $1`, [member.memberId]);
  return member;
};
const answers = async (by: Actor, body: string, writing?: WritingInput) => (await again(async () => n.get(AnswerService).answer(by, { threadId: encodeId('thread', await n.as(asker).asks()), body, ...(writing ? { writing } : {}) }))).postKey;
const edits = async (by: Actor, post: string, body: string) => {
  const [row] = await n.db.query<{ version: number }>('select version from post where id = $1', [post]);
  return n.get(EditService).edit(by, { postId: encodeId('post', post), body, basedOn: row!.version });
};
const told = async (kind: EventKind) => {
  const [event] = await n.db.query<StoredEvent>(`select id, kind, actor_id as "actorId", subject, created_at as "createdAt" from event where kind = $1 order by id desc limit 1`, [kind]);
  for (const _ of [1, 2]) await n.get(NewcomersListener).hear(event!); // each is heard at least once
};
/** Why it waits; null where it does not. */
const heldFor = async (post: string) => {
  if ((await n.state(post)) !== 'held') return null;
  await told('PostHeld');
  return (await n.get(ReviewReader).byKey((await n.item(post)).id))!.signals;
};

describe('what a newcomer writes', () => {
  it.each<[string, string, WritingInput | undefined, HoldSignal[] | null]>([
    ['sounds like a customer', 'Try another cable, mine was broken.', CALM, null],
    ['comes from a program', 'Try another cable, mine was broken, too.', undefined, null],
    ['advertises', AD, CALM, [HoldSignal.contact, HoldSignal.words]],
    ['advertises by a program', `${AD} Now.`, undefined, [HoldSignal.contact, HoldSignal.words]],
    ['is sent at once, and is their first', 'Press the button for ten seconds.', { seconds: 2.9 }, [HoldSignal.typing]],
    ['took its time', 'Press the button for eleven seconds.', { seconds: 3 }, null],
    ['fills in what nobody sees', 'Press the button for twelve seconds.', { ...CALM, decoy: true }, [HoldSignal.decoy]],
  ])('%s', async (_, body, writing, signals) => {
    expect(await heldFor(await answers(await proven(), body, writing))).toEqual(signals);
  });

  it('waits without a proof at first, and no more once something of theirs was looked at', async () => {
    const eva = await n.member();
    const first = await answers(eva, 'Switch it off and on again, I always do.', CALM);
    expect(await heldFor(first)).toEqual([HoldSignal.proof, HoldSignal.young]);
    await n.as(mina).decides((await n.item(first)).id);
    expect(await heldFor(await answers(eva, 'And wait for a minute in between, that helps.', CALM))).toBeNull();
  });

  it('waits where another has written nearly the same today', async () => {
    const text = (shop: string) => `We repair broken screens of all phones within one hour in our shop, with original parts and a guarantee of two years: ${shop}`;
    expect(await heldFor(await answers(await proven(), text('https://a.example')))).toBeNull();
    expect(await heldFor(await answers(await proven(1), text('https://b.example/7')))).toEqual([HoldSignal.same, HoldSignal.links]);
    expect(await heldFor(await answers(await proven(2), text('https://c.example')))).toBeNull(); // known
  });

  it('waits where three have reported what they wrote before, until somebody has looked', async () => {
    const eva = await proven();
    const rude = await answers(eva, 'You are all fools here, every one of you.');
    for (const reader of await Promise.all([1, 2, 3].map(() => n.member('customer', 0)))) {
      expect(await heldFor(await answers(eva, `Something kind, number ${reader.memberId}.`))).toBeNull();
      await n.as(reader).flags(rude);
    }
    expect(await heldFor(await answers(eva, 'Something else that is kind.'))).toEqual([HoldSignal.watched]);
    await n.as(mina).decides((await n.item(rude)).id);
    expect(await heldFor(await answers(eva, 'And one more kind word.'))).toBeNull();
  });

  it('is never held of those who keep order', async () => {
    expect(await heldFor(await answers(mina, `${AD} I quote.`, { ...CALM, decoy: true }))).toBeNull();
  });
});

describe('a held post', () => {
  it('is nothing to anybody until it is released, and then as new as any', async () => {
    const eva = await proven();
    const thread = await again(() => n.get(AskQuestionService).ask(eva, { title: 'Which casino app is best?', body: AD, categoryId: encodeId('category', '1'), tags: [] }));
    const post = await n.opening(thread);
    const counted = () => n.db.one('select c.thread_count, t.state from category c, thread t where c.id = 1 and t.id = $1', [thread]);
    const before = (await counted()) as { thread_count: number };
    expect(before).toMatchObject({ state: 'held' });
    expect(await n.db.query(`select from event where kind = 'QuestionAsked' and subject->>'threadId' = $1`, [thread])).toEqual([]);
    await heldFor(post);
    const { id } = await n.item(post);
    await n.db.query(`update thread set last_activity_at = now() - interval '1 day' where id = $1`, [thread]);
    await n.as(mina).decides(id);
    expect(await counted()).toEqual({ thread_count: before.thread_count + 1, state: 'visible' });
    expect(await n.db.query(`select actor_id::text as by from event where kind = 'QuestionAsked' and subject->>'threadId' = $1`, [thread])).toEqual([{ by: eva.memberId }]);
    expect(await n.db.one(`select last_activity_at > now() - interval '1 minute' as fresh from thread where id = $1`, [thread])).toEqual({ fresh: true });
    expect((await n.log(post)).at(-1)).toMatchObject({ act: 'show-post', actor_id: mina.memberId });
  });

  it('is hidden or deleted as spam where nobody says otherwise, and its author told', async () => {
    const post = await answers(await proven(), `${AD} Hurry.`);
    await heldFor(post);
    await n.as(mina).decides((await n.item(post)).id, ReviewDecision.delete);
    expect([await n.state(post), (await n.log(post)).at(-1)]).toEqual(['deleted', expect.objectContaining({ act: 'delete-post', reason: 'It advertises.' })]);
    expect(await n.db.query(`select from event where kind = 'Answered' and subject->>'postId' = $1`, [post])).toEqual([]);
  });

  it('waits in the queue, among its kind, ahead of what everybody sees', async () => {
    const seen = await n.as(asker).answers(await n.as(asker).asks(), 'What a strange question that is.');
    await n.as(await n.member('customer', 1)).flags(seen, FlagReason.offTopic);
    const post = await answers(await proven(), `${AD} Quick.`);
    await heldFor(post);
    const queue = (await n.get(ReviewReader).queue(mina, {}, { limit: 50, backwards: false, from: null })).nodes.map(({ postKey }) => postKey);
    expect(queue.indexOf(post)).toBeLessThan(queue.indexOf(seen));
    const only = await n.get(ReviewReader).queue(mina, { kind: ReviewKind.held }, { limit: 50, backwards: false, from: null });
    expect(only.nodes.map(({ postKey, kind }) => [postKey, kind])).toContainEqual([post, 'held']);
    expect(only.nodes.every(({ kind }) => kind === 'held')).toBe(true);
  });
});

describe('what a newcomer changes', () => {
  const published = async (body: string, rank = 0) => {
    const by = await proven(rank);
    const post = await answers(by, body);
    await n.db.query(`update post set created_at = now() - interval '20 minutes' where id = $1`, [post]);
    return { by, post };
  };
  const kindOf = async (post: string) => {
    await told('PostEdited');
    return (await n.get(ReviewReader).queue(mina, { kind: ReviewKind.edit }, { limit: 50, backwards: false, from: null })).nodes.some(({ postKey }) => postKey === post);
  };

  it.each([
    ['leads elsewhere', 'Press the reset button, see https://shop.example', 0, true],
    ['says something else', 'Visit my shop for cheap parts.', 0, true],
    ['is a word more', 'Press the small reset button on the back.', 0, false],
    ['leads elsewhere, by somebody known', 'Press the reset button, see https://shop.example', 2, false],
  ])('%s', async (_, body, rank, looked) => {
    const { by, post } = await published('Press the reset button on the back.', rank);
    await edits(by, post, body);
    expect([await n.state(post), await kindOf(post)]).toEqual(['visible', looked]);
  });

  it('is held where it advertises, comes back as what it was, and is told of once', async () => {
    const { by, post } = await published('Press the reset button on the back of it.');
    await edits(by, post, AD);
    expect(await heldFor(post)).toEqual(expect.arrayContaining([HoldSignal.words, HoldSignal.contact]));
    await n.as(mina).decides((await n.item(post)).id);
    expect(await n.state(post)).toBe('visible');
    expect(await n.db.query(`select from event where kind = 'Answered' and subject->>'postId' = $1`, [post])).toHaveLength(1);
  });
});
