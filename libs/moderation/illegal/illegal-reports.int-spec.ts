import { Actor } from '#platform/access';
import { encodeId } from '#platform/database';
import { again } from '#platform/graphql';
import { FlagReason } from '../flags/flag.type.js';
import { type Neighbours, neighbours } from '../moderation.fixture.js';
import { ReviewDecision } from '../review/review.type.js';
import { IllegalReportService } from './illegal-report.service.js';

const WHY = 'It offers forged documents, which § 267 StGB forbids.';
let n: Neighbours;
let asker: Actor, mina: Actor;
beforeAll(async () => {
  n = await neighbours();
  [asker, mina] = [await n.member('customer', 2), await n.member('super_user', 4)];
});
afterAll(() => n.close());

const guest = (network: string) => Actor.guest('en').from(network);
const answer = async () => n.as(await n.member()).answers(await n.as(asker).asks(), `Buy papers from me, cheap. ${Math.random()}`);
const reports = (post: string, by: Actor, note = WHY) => again(() => n.get(IllegalReportService).report(by, { postId: encodeId('post', post), note, inGoodFaith: true }));

it('is taken from anybody, waits in the queue, and tells by its receipt what became of it', async () => {
  const post = await answer();
  const report = await reports(post, guest('192.0.2.0/24'));
  expect(report).toEqual({ receipt: expect.stringMatching(/^[\w-]{22}$/), note: WHY, createdAt: expect.any(Date), decidedAt: null, outcome: null });
  const [item] = await n.as(mina).queue(FlagReason.illegal);
  expect([item!.postKey, item!.flaggers]).toEqual([post, 1]);
  await n.as(mina).decides(item!.key, ReviewDecision.delete);
  expect(await n.get(IllegalReportService).byReceipt(report.receipt)).toMatchObject({ outcome: ReviewDecision.delete, decidedAt: expect.any(Date) });
});

it('hides nothing, however many guests say so: they may be one', async () => {
  const post = await answer();
  for (let at = 1; at <= 4; at += 1) await reports(post, guest(`198.51.100.${at}`));
  expect(await n.state(post)).toBe('visible');
  const members = await Promise.all([1, 2].map(() => n.member('customer', 3)));
  await n.as(members[0]!).flags(post);
  await n.as(members[1]!).flags(post);
  expect([await n.state(post), await n.item(post)]).toEqual(['visible', expect.objectContaining({ weight: 8, flaggers: 6 })]);
  await n.as(await n.member('customer', 3)).flags(post);
  expect(await n.state(post)).toBe('hidden');
});

it('comes before what one member finds rude', async () => {
  const [rude, illegal] = [await answer(), await answer()];
  await n.as(await n.member('customer', 1)).flags(rude);
  await reports(illegal, guest('203.0.113.7'));
  const queue = (await n.as(mina).queue()).map(({ postKey }) => postKey);
  expect(queue.indexOf(illegal)).toBeLessThan(queue.indexOf(rude));
});

it('is taken five times an hour from one network, and of nothing that the reporter cannot see', async () => {
  const post = await answer();
  for (let at = 0; at < 5; at += 1) await reports(post, guest('203.0.113.99'));
  await expect(reports(post, guest('203.0.113.99'))).rejects.toMatchObject({ problem: { kind: 'TooFast' } });
  const gone = await answer();
  await n.db.query(`update post set state = 'hidden' where id = $1`, [gone]);
  expect(await n.refusal(reports(gone, guest('203.0.113.100')))).toBe('Not found.');
});

it.each(['', 'x', 'A'.repeat(22), "' or 1=1"])('knows no receipt %j', async (receipt) => expect(await n.get(IllegalReportService).byReceipt(receipt)).toBeNull());
