import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { createChallenge, verifySolution } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { Database } from '#platform/database';

const ALGORITHM = 'PBKDF2/SHA-256';
const ROUNDS = 2_000; // about a millisecond each on a desk, five on a phone
const TRIES = { from: 100, to: 300 }; // half a second on a desk, up to two on a phone: while somebody types
const GOOD_MINUTES = 60;

interface Solved {
  challenge: Parameters<typeof verifySolution>[0]['challenge'];
  solution: Parameters<typeof verifySolution>[0]['solution'];
}

/** A task that costs a browser a second and a sender of thousands a day (ALTCHA's proof of work, https://altcha.org). Each is good once, for an hour. */
@Injectable()
export class Proofs {
  private secrets: Promise<{ task: string; key: string }> | undefined;

  constructor(private readonly db: Database) {}

  /** JSON, as ALTCHA's solvers take it. */
  async task(): Promise<string> {
    const { task, key } = await this.known();
    const challenge = await createChallenge({
      algorithm: ALGORITHM, cost: ROUNDS, counter: randomInt(TRIES.from, TRIES.to), deriveKey,
      expiresAt: new Date(Date.now() + GOOD_MINUTES * 60_000), hmacSignatureSecret: task, hmacKeySignatureSecret: key,
    });
    return JSON.stringify(challenge);
  }

  /** Whether it is solved, ours, of this hour, and was not used before. */
  async holds(proof: string): Promise<boolean> {
    const solved = read(proof);
    if (!solved) return false;
    const { task, key } = await this.known();
    const outcome = await verifySolution({ ...solved, deriveKey, hmacSignatureSecret: task, hmacKeySignatureSecret: key }).catch(() => null);
    if (!outcome?.verified || outcome.expired) return false;
    return (await this.db.one('select from proof_spent where signature = $1', [solved.challenge.signature])) === undefined;
  }

  /** Used with what is done in the same transaction: refused, it is good once more. False where another was faster. */
  async spend(proof: string): Promise<boolean> {
    const solved = read(proof);
    return solved !== null && (await this.db.query('insert into proof_spent (signature) values ($1) on conflict do nothing returning signature', [solved.challenge.signature])).length > 0;
  }

  /** A member who solved one when they signed up need not with their first post. */
  async keep(memberKey: string, proof: string): Promise<void> {
    if ((await this.holds(proof)) && (await this.spend(proof))) await this.db.query('update member set proven_at = now() where id = $1', [memberKey]);
  }

  private known(): Promise<{ task: string; key: string }> {
    this.secrets ??= this.db.one<{ task: string; key: string }>(`select encode(secret, 'hex') as task, encode(sha256(secret), 'hex') as key from screening_secret`).then((row) => row!);
    this.secrets.catch(() => (this.secrets = undefined)); // the database was away: the next one asks again
    return this.secrets;
  }
}

function read(proof: string): Solved | null {
  try {
    const { challenge, solution } = JSON.parse(Buffer.from(proof, 'base64').toString()) as Partial<Solved>;
    return typeof challenge?.signature === 'string' && /^[0-9a-f]{64}$/.test(challenge.signature) && challenge.parameters?.algorithm === ALGORITHM && challenge.parameters.cost === ROUNDS && solution ? { challenge, solution } : null;
  } catch {
    return null;
  }
}
