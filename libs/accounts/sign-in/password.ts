import { hash, verify } from '@node-rs/argon2';
import pLimit from 'p-limit';

// OWASP's argon2id: 46 MiB, one pass, one lane; about 20 ms. Four at once, or sign-ins would take all memory and both cores.
const COST = { memoryCost: 47_104, timeCost: 1, parallelism: 1 };
const turn = pLimit(4);

let nobody: Promise<string> | undefined;

export function hashPassword(password: string): Promise<string> {
  return turn(() => hash(prepared(password), COST));
}

/** Costs the same whether the address is known or not: the time says nothing about who has an account. */
export async function passwordMatches(stored: string | null | undefined, password: string): Promise<boolean> {
  nobody ??= hashPassword('nobody signs in with this');
  const against = stored ?? (await nobody);
  const matches = await turn(() => verify(against, prepared(password)));
  return matches && stored != null;
}

/** The same password typed on another keyboard may arrive composed otherwise (NIST SP 800-63B, 3.1.1.2). */
function prepared(password: string): string {
  return password.normalize('NFKC');
}
