import type { Actor } from '#platform/access';
import { encodeId } from '#platform/database';
import type { Refused } from '#platform/graphql';
import { DraftKeeper } from './draft/draft.keeper.js';
import { FollowService } from './following/follow.service.js';
import { type Forum, forum } from './forum.fixture.js';
import { VoteChoice } from './post/post.type.js';

let f: Forum;
beforeAll(async () => { f = await forum({ limits: 'usual' }); });
afterAll(() => f.close());

const minutesLater = (actor: Actor, minutes: number) => f.db.query('update act set at = at - make_interval(mins => $2) where member_id = $1', [actor.id, minutes]);
const refusal = (work: Promise<unknown>) => work.then(() => null, (refused: Refused) => refused.problem.kind);

it('lets a newcomer ask three questions and reply ten times on the first day, and in their own threads as often as they like', async () => {
  const [mina, ada] = [await f.member(), await f.member('customer', 1)];
  const theirs = await f.as(ada).asks();
  let own = '';
  for (let i = 0; i < 3; i += 1) {
    own = await f.as(mina).asks();
    expect(await refusal(f.as(mina).asks())).toBe('TooFast');
    await minutesLater(mina, 5);
  }
  await minutesLater(mina, 60);
  expect(await refusal(f.as(mina).asks())).toBe('TooFast');
  for (let i = 0; i < 10; i += 1) {
    await f.as(mina).answers(theirs);
    await minutesLater(mina, 5);
  }
  expect(await refusal(f.as(mina).answers(theirs))).toBe('TooFast');
  expect(await f.thread(theirs)).toMatchObject({ answer_count: 10 });
  const answer = await f.as(ada).answers(own);
  for (let i = 0; i < 4; i += 1) {
    await f.as(mina).comments(answer);
    await minutesLater(mina, 5);
  }
  expect(await refusal(f.as(mina).answers(theirs))).toBe('TooFast');
  await f.db.query(`update member set first_posted_at = now() - interval '25 hours' where id = $1`, [mina.id]);
  expect(await refusal(f.as(mina).answers(theirs))).toBeNull();
});

it('looks at what a newcomer’s post holds, and at nobody else’s', async () => {
  const links = Array.from({ length: 3 }, (_, i) => `[${i}](https://spam.example/${i})`).join(' ');
  const [newcomer, other, asker] = [await f.member(), await f.member('customer', 1), await f.member('staff')];
  const thread = await f.as(asker).asks();
  expect(await refusal(f.as(newcomer).answers(thread, links))).toBe('InvalidInput');
  expect(await refusal(f.as(newcomer).answers(thread))).toBeNull(); // what was refused did not count
  expect(await refusal(f.as(other).answers(thread, links))).toBeNull();
});

it('takes no more from a newcomer by an edit than by the post itself, and ten edits in ten minutes', async () => {
  const [newcomer, other, asker] = [await f.member(), await f.member('customer', 1), await f.member('staff')];
  const thread = await f.as(asker).asks();
  const [theirs, others] = [await f.as(newcomer).answers(thread), await f.as(other).answers(thread)];
  const links = Array.from({ length: 3 }, (_, i) => `[${i}](https://spam.example/${i})`).join(' ');
  expect(await refusal(f.as(newcomer).edits(theirs, { body: links }))).toBe('InvalidInput');
  for (let i = 0; i < 10; i += 1) await f.as(other).edits(others, { body: `${links} ${i}`, basedOn: i });
  expect(await refusal(f.as(other).edits(others, { body: 'The eleventh.', basedOn: 10 }))).toBe('TooFast');
});

it('lets nobody vote for one author more than six times a day, and counts no vote that changes nothing', async () => {
  const [author, voter] = [await f.member('staff'), await f.member()];
  const thread = await f.as(author).asks();
  const answers: string[] = [];
  for (let i = 0; i < 7; i += 1) answers.push(await f.as(author).answers(thread));
  for (const answer of answers.slice(0, 6)) {
    for (let again = 0; again < 3; again += 1) await f.as(voter).votes(answer, VoteChoice.up);
    await minutesLater(voter, 5);
  }
  expect(await refusal(f.as(voter).votes(answers[6]!, VoteChoice.up))).toBe('TooFast');
  expect(await f.post(answers[6]!)).toMatchObject({ up_count: 0 });
  await f.as(voter).votes(answers[0]!, VoteChoice.none);
  await minutesLater(voter, 24 * 60);
  expect(await refusal(f.as(voter).votes(answers[6]!, VoteChoice.up))).toBeNull();
});

it('lets nobody delete, close or praise to and fro without end', async () => {
  const [asker, other] = [await f.member('customer', 1), await f.member('customer', 1)];
  const thread = await f.as(asker).asks();
  const answer = await f.as(other).answers(thread);
  const rounds = async (there: () => Promise<unknown>, back: () => Promise<unknown>) => {
    for (let i = 0; i < 10; i += 1) {
      await there();
      await back();
    }
    return refusal(there());
  };
  expect(await rounds(() => f.as(other).deletes(answer), () => f.as(other).restores(answer))).toBe('TooFast');
  expect(await rounds(() => f.as(asker).closes(thread), () => f.as(asker).reopens(thread))).toBe('TooFast');
  const praiser = await f.member('customer', 1);
  expect(await rounds(() => f.as(praiser).saysAlsoSolved(answer), () => f.as(praiser).saysAlsoSolved(answer, false))).toBe('TooFast');
});

it('takes thirty drafts and as many follows a minute', async () => {
  const [mina, ada] = [await f.member(), await f.member()];
  const [drafts, follows] = [f.test.context.get(DraftKeeper, { strict: false }), f.test.context.get(FollowService, { strict: false })];
  const saves = (i: number) => drafts.save(mina, { place: 'ask', fields: [{ name: 'body', value: String(i) }] });
  const toAndFro = (i: number) => follows.follow(mina, { targetId: encodeId('member', ada.memberId), following: i % 2 === 0 });
  for (const act of [saves, toAndFro]) {
    for (let i = 0; i < 30; i += 1) await act(i);
    expect(await refusal(act(30))).toBe('TooFast');
  }
});
