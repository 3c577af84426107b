import type { Actor } from '#platform/access';
import type { StoredEvent } from '#platform/events';
import { type Helpers, helpers } from '../reputation.fixture.js';
import { PointsListener } from './points.listener.js';

let h: Helpers;
let mina: Actor, ben: Actor, ada: Actor, jo: Actor; // ben is helpful, ada came last
beforeAll(async () => { h = await helpers(); });
beforeEach(async () => {
  await h.hear();
  [ben, mina, jo, ada] = [await h.member(), await h.member(), await h.member('staff'), await h.member()];
});
afterEach(async () => expect(await h.drift()).toEqual([]));
afterAll(() => h.close());

/** A question of Mina's, who is no newcomer, and Ben's answer. */
async function answered(): Promise<{ thread: string; answer: string }> {
  await h.as(mina).asks('An earlier question, so that nobody is welcomed');
  const thread = await h.as(mina).asks();
  return { thread, answer: await h.as(ben).answers(thread) };
}

describe('points', () => {
  it('come from votes, acceptance, the team and later readers; the asker has some too', async () => {
    const { answer } = await answered();
    await h.as(ada).votes(answer);
    await h.as(jo).votes(answer);
    await h.as(mina).accepts(answer);
    await h.as(jo).marksOfficial(answer);
    await h.as(ada).saysItHelped(answer);
    expect(await h.earned(ben)).toEqual({ upVoted: 20, accepted: 15, official: 15, helped: 5 });
    expect(await h.earned(mina)).toEqual({ askerAccepted: 2 });
  });

  it('are taken back exactly: withdrawn, turned, not accepted any more, not official any more', async () => {
    const { answer } = await answered();
    for (const who of [ada, jo]) await h.as(who).votes(answer);
    await h.as(mina).accepts(answer);
    await h.as(jo).marksOfficial(answer);
    await h.hear();
    await h.as(ada).votes(answer, 'none');
    await h.as(jo).votes(answer, 'down');
    await h.as(mina).unaccepts(answer);
    await h.as(jo).marksOfficial(answer, false);
    expect(await h.earned(ben)).toEqual({ downVoted: -2 });
    expect(await h.earned(mina)).toEqual({});
  });

  it('of an acceptance go to the answer that is accepted instead', async () => {
    const { thread, answer } = await answered();
    const other = await h.as(ada).answers(thread, 'Pull the plug at night.');
    await h.as(mina).accepts(answer);
    await h.hear();
    await h.as(mina).accepts(other);
    expect([await h.earned(ben), await h.earned(ada), await h.earned(mina)]).toEqual([{}, { accepted: 15 }, { askerAccepted: 2 }]);
  });

  it('go with a deleted post, and come back with it', async () => {
    const { answer } = await answered();
    await h.as(ada).votes(answer);
    await h.as(mina).accepts(answer);
    await h.as(ada).saysItHelped(answer);
    const before = await h.earned(ben);
    await h.as(jo).deletes(answer);
    expect([await h.earned(ben), await h.earned(mina)]).toEqual([{}, {}]);
    await h.as(jo).restores(answer);
    expect([await h.earned(ben), await h.earned(mina)]).toEqual([before, { askerAccepted: 2 }]);
  });

  it('are not earned by one’s own: an own answer accepted, an own official answer, a question, a discussion', async () => {
    const { thread } = await answered();
    const own = await h.as(mina).answers(thread, 'I found it myself: it was the lamp.');
    await h.as(mina).accepts(own);
    const official = await h.as(jo).answers(thread, 'The next version mends it.');
    await h.as(jo).marksOfficial(official);
    await h.as(ada).votes(await h.opening(thread));
    expect([await h.earned(mina), await h.earned(jo)]).toEqual([{}, {}]);
  });

  it('are the same however late, often and out of order their events are heard', async () => {
    const { answer } = await answered();
    await h.hear();
    await h.as(ada).votes(answer);
    await h.as(ada).votes(answer, 'none');
    await h.as(ada).votes(answer);
    await h.as(jo).votes(answer, 'down');
    await h.as(mina).accepts(answer);
    await h.as(mina).unaccepts(answer);
    await h.as(mina).accepts(answer);
    const happened = await h.events();
    const listener = h.get(PointsListener);
    await Promise.all([...happened, ...happened.toReversed()].map((event: StoredEvent) => listener.hear(event)));
    expect(await h.earned(ben)).toEqual({ upVoted: 10, downVoted: -2, accepted: 15 });
    expect(await h.db.query('select rule, points from reputation_entry where member_id = $1 order by rule', [ben.memberId])).toEqual([
      { rule: 'accepted', points: 15 }, { rule: 'downVoted', points: -2 }, { rule: 'upVoted', points: 10 },
    ]);
  });

  it('end for the day at the cap, which acceptance does not count to; taken back, the cap gives again', async () => {
    const { thread, answer } = await answered();
    const voters = await Promise.all(Array.from({ length: 22 }, () => h.member()));
    for (const voter of voters) await h.as(voter).votes(answer);
    await h.as(mina).accepts(answer);
    expect(await h.earned(ben)).toEqual({ upVoted: 220, accepted: 15, dailyCap: -20 });
    for (const voter of voters.slice(0, 3)) await h.as(voter).votes(answer, 'none');
    expect(await h.earned(ben)).toEqual({ upVoted: 190, accepted: 15 });
    // two answers at the same time: neither sees the other's points before the cap is drawn
    const other = await h.as(ben).answers(thread, 'Or switch it off at night.');
    for (const voter of voters.slice(0, 5)) await h.as(voter).votes(other);
    await h.as(voters[0]!).votes(answer);
    await Promise.all((await h.events()).map((event) => h.get(PointsListener).hear(event)));
    expect(await h.earned(ben)).toEqual({ upVoted: 250, accepted: 15, dailyCap: -50 });
  });

  it('thank whoever welcomes a newcomer first, and the next in line where the first is gone', async () => {
    const thread = await h.as(ada).asks();
    const first = await h.as(ben).comments(await h.opening(thread));
    await h.as(mina).answers(thread);
    expect([await h.earned(ben), await h.earned(mina)]).toEqual([{ welcomed: 5 }, {}]);
    await h.as(jo).deletes(first);
    expect([await h.earned(ben), await h.earned(mina)]).toEqual([{}, { welcomed: 5 }]);
    await h.as(jo).restores(first);
    expect([await h.earned(ben), await h.earned(mina)]).toEqual([{ welcomed: 5 }, {}]);
    const second = await h.as(ada).asks('And why is it so warm?');
    await h.as(mina).answers(second);
    expect(await h.earned(mina)).toEqual({});
  });

  it('follow what threads become: merged, the asker of the one that stays has the acceptance', async () => {
    const { thread: source, answer } = await answered();
    await h.as(mina).accepts(answer);
    await h.as(ada).asks('Something earlier');
    const target = await h.as(ada).asks('The router is new every morning');
    expect(await h.earned(mina)).toEqual({ askerAccepted: 2 });
    await h.as(jo).merges(source, target);
    expect([await h.earned(ben), await h.earned(mina), await h.earned(ada)]).toEqual([{ accepted: 15 }, {}, { askerAccepted: 2 }]);
  });

  it('of an answer go when it becomes a question of its own', async () => {
    const { thread, answer } = await answered();
    await h.as(ada).votes(answer);
    expect(await h.earned(ben)).toEqual({ upVoted: 10 });
    await h.as(jo).splits(thread, [answer]);
    expect(await h.earned(ben)).toEqual({});
  });

  it('are counted of what no event tells: what was there before, and what an import brought', async () => {
    const { answer } = await answered();
    await h.as(ada).votes(answer);
    await h.as(mina).accepts(answer);
    await h.events(); // nobody hears
    await h.db.query('update post set imported_up = 3, imported_down = 1 where id = $1', [answer]);
    await h.recount();
    expect(await h.earned(ben)).toEqual({ upVoted: 10, votedBefore: 28, accepted: 15 });
    await h.recount();
    expect(await h.earned(ben)).toEqual({ upVoted: 10, votedBefore: 28, accepted: 15 });
  });

  it('stay where those who gave them go: their votes are part of the count, their words are nobody’s', async () => {
    const { answer } = await answered();
    await h.as(ada).votes(answer);
    await h.as(ada).saysItHelped(answer);
    expect(await h.earned(ben)).toEqual({ upVoted: 10, helped: 5 });
    await h.db.query('delete from vote where member_id = $1', [ada.memberId]); // as erasure does it
    await h.db.query('update post set up_count = 0, imported_up = 1 where id = $1', [answer]);
    await h.db.query('delete from deflection where member_id = $1', [ada.memberId]);
    await h.db.query('delete from member where id = $1', [ada.memberId]);
    await h.as(jo).deletes(answer);
    await h.as(jo).restores(answer);
    expect(await h.earned(ben)).toEqual({ votedBefore: 10, helped: 5 });
  });
});

describe('the ledger', () => {
  it('is only added to', async () => {
    const { answer } = await answered();
    await h.as(ada).votes(answer);
    await h.earned(ben);
    await expect(h.db.query('update reputation_entry set points = 100 where member_id = $1', [ben.memberId])).rejects.toThrow('the ledger is only added to');
  });
});
