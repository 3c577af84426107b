import { MemberRole } from '#accounts';
import { forum, type Forum } from './forum.fixture.js';
import { VoteChoice } from './post/post.type.js';

const AT_ONCE = 50;

describe('fifty at once', () => {
  let f: Forum;
  beforeAll(async () => { f = await forum(); });
  afterAll(() => f.close());

  it('the same member’s votes count once, and the counts equal the rows', async () => {
    const [asker, voter] = await f.members(2);
    const answer = await f.as(asker!).answers(await f.as(asker!).asks());
    const choices = [VoteChoice.up, VoteChoice.none, VoteChoice.up];
    await Promise.all(Array.from({ length: AT_ONCE }, (_, i) => f.as(voter!).votes(answer, choices[i % 3]!)));
    const [{ votes }] = await f.db.query<{ votes: number }>('select count(*)::int as votes from vote where post_id = $1', [answer]) as [{ votes: number }];
    expect((await f.post(answer)).up_count).toBe(votes);
    await f.as(voter!).votes(answer, VoteChoice.up);
    expect(await f.post(answer)).toMatchObject({ up_count: 1, down_count: 0, score: 1 });
  });

  it('fifty members’ votes all count', async () => {
    const [asker, ...voters] = await f.members(AT_ONCE + 1);
    const answer = await f.as(asker!).answers(await f.as(asker!).asks());
    await Promise.all(voters.map((voter) => f.as(voter).votes(answer, VoteChoice.up)));
    expect(await f.post(answer)).toMatchObject({ up_count: AT_ONCE, score: AT_ONCE });
  });

  it('accepting fifty different answers leaves exactly one accepted', async () => {
    const asker = await f.member();
    const thread = await f.as(asker).asks();
    const answers = await Promise.all(Array.from({ length: AT_ONCE }, () => f.as(asker).answers(thread)));
    expect(await f.thread(thread)).toMatchObject({ answer_count: AT_ONCE });
    await Promise.all(answers.map((answer) => f.as(asker).accepts(answer)));
    expect(answers).toContain((await f.thread(thread)).accepted_post_id);
    const accepted = await f.db.query(`select subject->>'postId' as post from event where kind = 'AnswerAccepted' and subject->>'threadId' = $1 order by id`, [thread]);
    expect((await f.thread(thread)).accepted_post_id).toBe(accepted.at(-1)!.post);
  });

  it('an answer that waited for another one does not set the activity of the thread back', async () => {
    const asker = await f.member();
    const thread = await f.as(asker).asks();
    const first = Promise.withResolvers<void>();
    const begun = Promise.withResolvers<void>();
    const slow = f.db.transaction(async () => {
      await f.db.query('select now()');
      begun.resolve();
      await first.promise;
      await f.as(asker).answers(thread);
    });
    await begun.promise;
    const answer = await f.as(asker).answers(thread);
    first.resolve();
    await slow;
    expect((await f.thread(thread)).last_activity_at).toEqual((await f.post(answer)).created_at);
  });

  it('an answer of another thread cannot be accepted, whoever tries in SQL', async () => {
    const asker = await f.member();
    const [one, other] = [await f.as(asker).asks(), await f.as(asker).asks()];
    const answer = await f.as(asker).answers(other);
    await expect(f.db.query('update thread set accepted_post_id = $2 where id = $1', [one, answer])).rejects.toThrow(/foreign key/);
  });

  it('marking official and taking it back leaves thread and answer in agreement', async () => {
    const [asker, staff] = [await f.member(), await f.member('staff')];
    const thread = await f.as(asker).asks();
    const answers = [await f.as(asker).answers(thread), await f.as(asker).answers(thread)];
    await Promise.all(Array.from({ length: AT_ONCE }, (_, i) => f.as(staff).marksOfficial(answers[i % 2]!, i % 3 > 0)));
    const official = await f.db.query('select id from post where thread_id = $1 and official', [thread]);
    expect((await f.thread(thread)).has_official).toBe(official.length > 0);
  });

  it('“I have this too” counts each member once', async () => {
    const [asker, ...others] = await f.members(11);
    const thread = await f.as(asker!).asks();
    await Promise.all(Array.from({ length: AT_ONCE }, (_, i) => f.as(others[i % 10]!).hasItToo(thread)));
    expect(await f.thread(thread)).toMatchObject({ same_problem_count: 10 });
    await Promise.all(Array.from({ length: AT_ONCE }, (_, i) => f.as(others[i % 5]!).hasItToo(thread, false)));
    expect(await f.thread(thread)).toMatchObject({ same_problem_count: 5 });
  });

  it('fifty comments are fifty', async () => {
    const members = await f.members(5);
    const answer = await f.as(members[0]!).answers(await f.as(members[0]!).asks());
    await Promise.all(Array.from({ length: AT_ONCE }, (_, i) => f.as(members[i % 5]!).comments(answer)));
    expect(await f.post(answer)).toMatchObject({ comment_count: AT_ONCE });
  });

  it('different acts on one answer never wait for each other in a circle', async () => {
    const [asker, staff, ...others] = [await f.member(), await f.member('staff'), ...(await f.members(5))];
    const thread = await f.as(asker).asks();
    const answer = await f.as(asker).answers(thread);
    const act = [
      () => f.as(others[0]!).comments(answer),
      () => f.as(asker).accepts(answer),
      () => f.as(asker).unaccepts(answer),
      () => f.as(staff).marksOfficial(answer),
      () => f.as(staff).marksOfficial(answer, false),
      () => f.as(others[1]!).votes(answer, VoteChoice.up),
      () => f.as(others[2]!).answers(thread),
      () => f.as(others[3]!).hasItToo(thread),
    ];
    const outcomes = await Promise.allSettled(Array.from({ length: AT_ONCE }, (_, i) => act[i % act.length]!()));
    expect(outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [String(outcome.reason)] : []))).toEqual([]);
  });

  it('questions that share tags in two categories never wait for each other in a circle', async () => {
    const asker = await f.member();
    const other = await f.category('Elsewhere');
    await Promise.all([f.tag('fibre'), f.tag('invoice')]);
    const asks = Array.from({ length: AT_ONCE }, (_, i) => f.as(asker).asks('Which tag is locked by whom?', { categoryId: i % 2 ? other : f.categoryId, tags: i % 3 ? ['fibre', 'invoice'] : ['invoice', 'fibre'] }));
    const outcomes = await Promise.allSettled(asks);
    expect(outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [String(outcome.reason)] : []))).toEqual([]);
    expect(await f.db.query('select name, thread_count from tag order by name')).toEqual([{ name: 'fibre', thread_count: AT_ONCE }, { name: 'invoice', thread_count: AT_ONCE }]);
  });

  it('tells of a vote only when it changed something', async () => {
    const [asker, voter] = await f.members(2);
    const answer = await f.as(asker!).answers(await f.as(asker!).asks());
    for (const vote of [VoteChoice.up, VoteChoice.up, VoteChoice.up, VoteChoice.none, VoteChoice.none]) await f.as(voter!).votes(answer, vote);
    expect(await f.db.query(`select from event where kind = 'Voted' and subject->>'postId' = $1`, [answer])).toHaveLength(2);
  });

  it('of two admins who take each other’s role at once, one remains', async () => {
    const [one, two] = [await f.member('admin'), await f.member('admin')];
    await f.db.query(`update member set role = 'customer' where role = 'admin' and id not in ($1, $2)`, [one.id, two.id]);
    const take = (actor: typeof one, from: typeof one) => f.roles.set(actor, { memberId: `mem_${from.id}`, role: MemberRole.customer });
    const outcomes = await Promise.allSettled([take(one, two), take(two, one)]);
    expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await f.db.query(`select id from member where role = 'admin'`)).toHaveLength(1);
  });

  it('of fifty sign-ups under one name and address one succeeds, and the others are told what is taken', async () => {
    const input = { name: 'Mina Berg', email: 'mina@example.org', password: 'long enough' };
    const outcomes = await Promise.allSettled(Array.from({ length: 8 }, (_, i) => f.signUp.register({ ...input, email: i % 2 ? input.email : `MINA@example.org` })));
    expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1);
    for (const outcome of outcomes) if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ problem: { fields: [{ code: 'taken' }] } });
  });
});
