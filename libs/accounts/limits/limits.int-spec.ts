import { Actor } from '#platform/access';
import { Database } from '#platform/database';
import { type Refused } from '#platform/graphql';
import { type TestContext, testContext } from '#platform/testing';
import { AccountsModule } from '../accounts.module.js';
import { type Act, type Rule, USUAL_LIMITS } from './limit.table.js';
import { Limits } from './limits.js';

let test: TestContext;
let db: Database;
let limits: Limits;
beforeAll(async () => {
  test = await testContext([AccountsModule], { limits: 'usual' });
  db = test.context.get(Database, { strict: false });
  limits = test.context.get(Limits, { strict: false });
});
afterAll(() => test.close());

let people = 0;
async function member(rank = 1, role: 'customer' | 'staff' = 'customer'): Promise<Actor> {
  people += 1;
  const row = { name: `Person ${people}`, role, rank, language: 'en' as const };
  const [made] = await db.query<{ id: string }>('insert into member (name, name_key, role, rank) values ($1, lower($1), $2, $3) returning id', [row.name, role, rank]);
  return Actor.member({ ...row, id: made!.id });
}

/** Moves what the member did into the past. */
const age = (actor: Actor, seconds: number) => db.query(`update act set at = at - make_interval(secs => $2) where member_id = $1`, [actor.id, seconds]);

/** Null where it was taken, else what was refused. */
async function refusalOf(work: Promise<unknown>): Promise<Refused['problem'] | null> {
  return work.then(() => null, (refused: Refused) => refused.problem);
}

const secondsUntil = (problem: Refused['problem'] | null) => (problem?.kind === 'TooFast' ? (problem.retryAt.getTime() - Date.now()) / 1000 : null);

const SUBJECT = '77';
/** A rule that grows with the rank is one a rank. */
const byRank = (rule: Rule) => (rule.byRank ? rule.byRank.map((factor, rank) => ({ ...rule, most: rule.most * factor, rank })) : [{ ...rule, rank: rule.who === 'newcomers' ? 0 : 1 }]);
const rows = Object.entries(USUAL_LIMITS.acts).flatMap(([act, rules]) => rules.filter(({ most }) => most > 0).flatMap(byRank).map((rule): [string, Act, Rule & { rank: number }] => [`${act}: ${rule.most} in ${rule.seconds} s${rule.who ? ` for ${rule.who}` : ''}, rank ${rule.rank}`, act as Act, rule]));

it.each(rows)('%s, and not one more', async (_, act, rule) => {
  const actor = await member(rule.rank);
  // evenly over the rule's time, and of another kind where several count together: so no other rule is in the way
  const apart = rule.seconds / (rule.most + 1);
  const kind = rule.with && rule.with.length > 2 ? (act === 'thread' ? 'reply' : 'thread') : act;
  await db.query(`insert into act select $1, $2, case when $3 then $4::bigint else n end, now() - make_interval(secs => $5::float8 * n) from generate_series(1, $6) n`, [actor.id, kind, rule.sameSubject ?? false, SUBJECT, apart, rule.most]);
  await db.query('update member set first_posted_at = now() - make_interval(secs => $2) where id = $1', [actor.id, apart * rule.most]);
  const refused = secondsUntil(await refusalOf(limits.take(actor, act, SUBJECT)));
  expect(refused).toBeGreaterThan(apart - 5);
  expect(refused).toBeLessThan(apart + 5);
  await age(actor, apart + 1); // the first leaves the time: one less than the rule allows is in it
  expect(await refusalOf(limits.take(actor, act, SUBJECT))).toBeNull();
});

it('lets newcomers upload no files, and says why', async () => {
  expect(await refusalOf(limits.take(await member(0), 'file'))).toMatchObject({ kind: 'NotAllowed', reason: 'not-on-first-day' });
  expect(await refusalOf(limits.take(await member(1), 'file'))).toBeNull();
});

it('takes somebody for a newcomer through the day of their first post, unless they were imported or have a rank', async () => {
  const actor = await member(0);
  expect(await limits.take(actor, 'thread')).toEqual({ newcomer: true });
  await age(actor, 3_600);
  const first = () => db.query('select first_posted_at from member where id = $1', [actor.id]);
  const began = await first();
  expect(await limits.take(actor, 'reply')).toEqual({ newcomer: true });
  expect(await first()).toEqual(began);
  await db.query(`update member set first_posted_at = now() - interval '25 hours' where id = $1`, [actor.id]);
  expect(await limits.take(actor, 'vote')).toEqual({ newcomer: false });
  const imported = await member(0);
  await db.query(`update member set imported_from = 'elsewhere', imported_id = id::text where id = $1`, [imported.id]);
  expect(await limits.take(imported, 'thread')).toEqual({ newcomer: false });
});

it('ends a newcomer’s wait with their first day', async () => {
  const actor = await member(0);
  await db.query(`insert into act select $1, 'thread', null, now() - make_interval(mins => n * 10) from generate_series(1, 3) n`, [actor.id]);
  await db.query(`update member set first_posted_at = now() - interval '23 hours' where id = $1`, [actor.id]);
  const wait = secondsUntil(await refusalOf(limits.take(actor, 'thread')))!;
  expect(Math.abs(wait - 3_600)).toBeLessThan(5);
});

it('counts exactly, however many ask at once', async () => {
  const actor = await member();
  const vote = (subject: number) => db.transaction(async () => {
    await limits.take(actor, 'vote', String(subject));
    await db.query('select pg_sleep(0.03)'); // whoever does not wait for this commit would not see it
  });
  const outcomes = await Promise.all(Array.from({ length: 30 }, (_, i) => refusalOf(vote(i + 1))));
  expect(outcomes.filter((outcome) => outcome === null)).toHaveLength(5);
});

it('does not count what was rolled back, nor what was refused', async () => {
  const actor = await member();
  for (let i = 0; i < 8; i += 1) {
    await db.transaction(async () => {
      await limits.take(actor, 'vote', String(i));
      throw new Error('refused for another reason');
    }).catch(() => {});
  }
  for (let i = 0; i < 5; i += 1) await limits.take(actor, 'vote', String(i));
  for (let i = 0; i < 5; i += 1) expect(await refusalOf(limits.take(actor, 'vote', String(i)))).toMatchObject({ kind: 'TooFast' });
  await age(actor, 61);
  expect(await refusalOf(limits.take(actor, 'vote', '9'))).toBeNull();
});

it('holds one member up for no other, and staff never', async () => {
  const [busy, other, staff] = [await member(), await member(), await member(0, 'staff')];
  const [taken, looked] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const holding = db.transaction(async () => {
    await limits.take(busy, 'thread');
    taken.resolve();
    await looked.promise;
  });
  await taken.promise;
  expect(await Promise.all(Array.from({ length: 3 }, (_, i) => refusalOf(limits.take(other, 'vote', String(i)))))).toEqual([null, null, null]);
  looked.resolve();
  await holding;
  for (let i = 0; i < 60; i += 1) await limits.take(staff, 'thread');
});
