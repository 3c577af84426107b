import { hash, verify } from '@node-rs/argon2';
import pLimit from 'p-limit';
import { tooFast } from '#platform/graphql';

// OWASP's argon2id: 46 MiB, one pass, one lane; about 20 ms. Four at once, or sign-ins would take all memory and both cores.
const COST = { memoryCost: 47_104, timeCost: 1, parallelism: 1 };
const turn = pLimit(4);
const WAITING_MOST = 200; // about two seconds of work: whoever comes behind them would rather be told than wait

let nobody: Promise<string> | undefined;

export async function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(prepared(password), COST));
}

/** Costs the same whether the address is known or not: the time says nothing about who has an account. */
export async function passwordMatches(stored: string | null | undefined, password: string): Promise<boolean> {
  nobody ??= turn(() => hash('nobody signs in with this', COST));
  const against = stored ?? (await nobody);
  const matches = await inTurn(() => verify(against, prepared(password)));
  return matches && stored != null;
}

function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (turn.pendingCount >= WAITING_MOST) throw tooFast(new Date(Date.now() + 5_000));
  return turn(work);
}

/** The same password typed on another keyboard may arrive composed otherwise (NIST SP 800-63B, 3.1.1.2). */
function prepared(password: string): string {
  return password.normalize('NFKC');
}
