import { LiveStream } from './live.stream.js';

it('tells in order, whether somebody waits or not', async () => {
  const stream = new LiveStream<number>(() => undefined);
  const first = stream.next();
  stream.push(1);
  stream.push(2);
  expect([await first, await stream.next()]).toEqual([{ done: false, value: 1 }, { done: false, value: 2 }]);
});

it('ends for whoever is slow, and holds nothing of it', async () => {
  let ended = 0;
  const stream = new LiveStream<number>(() => { ended += 1; });
  for (let i = 0; i < 100; i += 1) stream.push(i);
  expect(ended).toBe(0);
  stream.push(100);
  expect([ended, await stream.next()]).toEqual([1, { done: true, value: undefined }]);
  stream.end();
  expect(ended).toBe(1);
});

it('lets go of whoever waits when it ends', async () => {
  const stream = new LiveStream<number>(() => undefined);
  const next = stream.next();
  await stream.return();
  expect(await next).toEqual({ done: true, value: undefined });
});
