import { type Act, ACTS } from './acts.js';
import type { Player } from './world.js';

/** What came back: a refusal in short, or the thing that came about. */
export interface Reply {
  status: number;
  refusal: string | null;
  id: string | null;
}

export interface Call {
  player: Player;
  act: string;
  field: string;
  type: string;
  names: Act['names'];
  input: Record<string, unknown>;
  reply: Reply | null;
}

/** What was done under a name, by whom: the input as it was taken, and what it made. */
export type Ledger = Map<string, { input: string; id: string | null }>;

// a story knows whom it asks for what: what cannot be understood would be the story's own fault
const EXPECTED = ['UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND', 'NotAllowed', 'Conflict', 'InvalidInput', 'TooFast'];

/** Whether the replies of calls made at the same time can be; the ledger is carried on. */
export function judge(calls: readonly Call[], ledger: Ledger): string[] {
  const faults: string[] = [];
  const known = new Map(ledger);
  for (const { player, act, names, input, reply } of calls) {
    const { status, refusal, id } = reply!;
    const who = player.email || 'a guest';
    if (status >= 500 || (refusal && !EXPECTED.includes(refusal.split(' ')[0]!))) faults.push(`${act} of ${who} is answered ${status} ${refusal}`);
    if (!player.key && !refusal && !ACTS[act]?.guests) faults.push(`a guest may ${act}`);
    const name = input['clientMutationId'];
    if (typeof name !== 'string' || !player.key) continue;
    const key = `${player.key} ${name}`;
    const taken = JSON.stringify(input);
    const before = known.get(key);
    if (before && before.input !== taken && refusal !== 'Conflict') faults.push(`${act} of ${who} under a name that was used for something else is answered ${refusal ?? 'as done'}`);
    if (before?.input === taken && refusal) faults.push(`${act} of ${who}, done before, is refused when sent again: ${refusal}`);
    if (!before && !refusal && names && !id && calls.length === 1) faults.push(`${act} of ${who} is answered as done, and names nothing`);
    if (refusal) continue;
    const done = ledger.get(key);
    if (done && done.input === taken && done.id && id && done.id !== id) faults.push(`${act} of ${who}, sent twice, made ${done.id} and ${id}`);
    if (!done) ledger.set(key, { input: taken, id });
    else done.id ??= id;
  }
  return faults;
}
