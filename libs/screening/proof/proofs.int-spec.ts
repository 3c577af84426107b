import { type Challenge, solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { Database } from '#platform/database';
import { testContext } from '#platform/testing';
import { ScreeningModule } from '../screening.module.js';
import { Proofs } from './proofs.js';

let test: Awaited<ReturnType<typeof testContext>>;
let proofs: Proofs;
beforeAll(async () => {
  test = await testContext([ScreeningModule]);
  proofs = test.context.get(Proofs);
});
afterAll(() => test.close());

async function solved(change: (challenge: Challenge) => void = () => undefined) {
  const challenge = JSON.parse(await proofs.task()) as Challenge;
  change(challenge);
  const solution = await solveChallenge({ challenge, deriveKey });
  return Buffer.from(JSON.stringify({ challenge, solution })).toString('base64');
}

it('is good once', async () => {
  const proof = await solved();
  expect([await proofs.holds(proof), await proofs.spend(proof), await proofs.holds(proof), await proofs.spend(proof)]).toEqual([true, true, false, false]);
});

it('is good still where what it was used for was refused', async () => {
  const proof = await solved();
  const db = test.context.get(Database);
  await expect(db.transaction(async () => {
    await proofs.spend(proof);
    throw new Error('refused');
  })).rejects.toThrow('refused');
  expect(await proofs.holds(proof)).toBe(true);
});

it.each<[string, (challenge: Challenge) => void]>([
  ['made easier', ({ parameters }) => { parameters.keyPrefix = parameters.keyPrefix.slice(0, 2); }],
  ['made longer lasting', ({ parameters }) => { parameters.expiresAt = 4_000_000_000; }],
  ['made cheaper', ({ parameters }) => { parameters.cost = 1; parameters.keyPrefix = '00'; }],
])('is of no use where the task was %s', async (_, change) => expect(await proofs.holds(await solved(change))).toBe(false));

it.each(['', 'x', 'e30=', Buffer.from('{"challenge":{"signature":"x"},"solution":{}}').toString('base64'), Buffer.from('null').toString('base64')])('is none: %j', async (text) => expect(await proofs.holds(text)).toBe(false));
