import { mock } from 'node:test';
import type { Credentials } from '#accounts';
import { Actor } from '#platform/access';
import type { LiveChannel } from '#platform/live';
import type { ActivityReader } from './activity.reader.js';
import { ActivityKind } from './activity.type.js';
import { ThreadActivities } from './thread-activities.js';

const guest = Actor.guest('en');

/** So much time, and what it sets going. */
async function passes(milliseconds: number): Promise<void> {
  for (let at = 0; at < milliseconds; at += 100) {
    mock.timers.tick(Math.min(100, milliseconds - at));
    await new Promise(setImmediate);
  }
}

/** Somebody looks at thread 1; what of it is read, and what they are told. */
async function lookedAt() {
  let hear: (message: unknown) => void = () => undefined;
  const read: string[][] = [];
  const channel = { hear: (hearer: { hear: typeof hear }) => { hear = hearer.hear; }, open: () => Promise.resolve() };
  const credentials = { actorsOf: () => Promise.resolve(() => guest) };
  const reader = {
    seesThread: () => Promise.resolve(true),
    counts: (_: string, counted: Set<string | null>) => {
      read.push([...counted].map(String));
      return Promise.resolve(() => ({ scores: [...counted].filter((key) => key !== null).map((key) => ({ postId: `pst_${key}`, score: 7 })), sameProblemCount: counted.has(null) ? 3 : null }));
    },
  };
  const activities = new ThreadActivities(channel as unknown as LiveChannel, credentials as unknown as Credentials, reader as unknown as ActivityReader);
  activities.onModuleInit();
  const stream = (await activities.of({ kind: 'guest' }, 'thr_1'))!;
  return { activities, stream, read, counts: (postKey: string | null, threadKey = '1') => hear({ threadKey, postKey, kind: ActivityKind.count }) };
}

beforeEach(() => mock.timers.enable({ apis: ['setTimeout', 'setInterval', 'Date'] }));
afterEach(() => mock.timers.reset());

it('reads and tells a storm of votes once a second, and nothing of threads that nobody looks at', async () => {
  const { activities, stream, read, counts } = await lookedAt();
  for (let at = 0; at < 3_000; at += 1) {
    counts(at % 3 === 0 ? null : String(at % 3));
    counts('9', '2');
    await passes(1);
  }
  await passes(2_000);
  expect(read.map((each) => each.toSorted())).toEqual([['1', '2', 'null'], ['1', '2', 'null'], ['1', '2', 'null']]);
  const told = [await stream.next(), await stream.next(), await stream.next()];
  expect(told[0]!.value).toEqual({ threadId: 'thr_1', postId: null, kind: 'count', scores: [{ postId: 'pst_1', score: 7 }, { postId: 'pst_2', score: 7 }], sameProblemCount: 3 });
  activities.end();
  expect(await stream.next()).toEqual({ done: true, value: undefined });
});

it('tells of fifty posts at once, and of the rest a second later', async () => {
  const { activities, read, counts } = await lookedAt();
  for (let post = 1; post <= 70; post += 1) counts(String(post));
  await passes(1_000);
  expect(read.map(({ length }) => length)).toEqual([50]);
  await passes(1_000);
  expect(read.map(({ length }) => length)).toEqual([50, 20]);
  activities.end();
});
