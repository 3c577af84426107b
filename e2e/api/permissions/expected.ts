import type { AccessLevel } from '#platform/access';
import { type ActorName, ACTORS, type Kind, type MutationRow, type Outcome, type RunRow, seesState, type State, STATES } from './notation.js';
import { subjectOf } from './table.js';

const HEIGHT: Record<ActorName | AccessLevel, number> = { everyone: 0, guest: 0, member: 1, customer: 1, author: 1, superUser: 2, staff: 3, admin: 4 };
const ONLY: Record<AccessLevel, Outcome> = { everyone: 'ok', member: 'ok', superUser: 'super-users-only', staff: 'staff-only', admin: 'admin-only' };

/** What the table says of one cell. `explained`: the rows that a permission may foretell. */
export function expectedOf(row: RunRow, kind: Kind | undefined, actor: ActorName, state: State, explained: readonly RunRow[]): Outcome {
  if ('access' in row && HEIGHT[actor] < HEIGHT[row.access]) return actor === 'guest' ? 'UNAUTHENTICATED' : 'FORBIDDEN';
  const seen = !kind || (kind.sees ?? seesState)(actor, state);
  const usual = !seen ? 'absent' : 'explains' in row && row.explains ? foretold(row.explains, kind, actor, state, explained) : 'mutation' in row && isGone(state) ? 'deleted' : 'ok';
  return Object.entries(row.except ?? {}).reduce<Outcome>((outcome, [key, told]) => {
    const { actors, states } = cellsOf(key);
    return told && actors.includes(actor) && (states?.includes(state) ?? seen) ? told : outcome;
  }, usual);
}

/** A permission says beforehand what the mutation says afterwards; what the guard refuses, it gives a reason for. */
function foretold(name: string, kind: Kind | undefined, actor: ActorName, state: State, rows: readonly RunRow[]): Outcome {
  const mutation = mutationOf(name, rows);
  if (!mutation) throw new Error(`No mutation row is called ${name}.`);
  const outcome = expectedOf(mutation, kind, actor, state, rows);
  if (outcome === 'UNAUTHENTICATED') return 'sign-in-needed';
  return outcome === 'FORBIDDEN' ? ONLY[mutation.access] : outcome;
}

export function mutationOf(name: string, rows: readonly RunRow[]): MutationRow | undefined {
  return rows.find((row): row is MutationRow => 'mutation' in row && (row.as ?? subjectOf(row)) === name);
}

/** `customer author | held hidden` -> the actors and, where they are named, the states. */
export function cellsOf(key: string): { actors: readonly ActorName[]; states: readonly State[] | undefined } {
  const [who = '', where] = key.split('|').map((part) => part.trim());
  return { actors: wordsOf(who, ACTORS, key), states: where === undefined ? undefined : wordsOf(where, STATES, key) };
}

function wordsOf<Word extends string>(text: string, known: readonly Word[], key: string): readonly Word[] {
  if (text === '*') return known;
  return text.split(/\s+/).map((word) => {
    if (!known.includes(word as Word)) throw new Error(`except: '${key}': "${word}" is none of ${known.join(', ')}, *.`);
    return word as Word;
  });
}

const isGone = (state: State): boolean => state === 'deleted' || state === 'belowDeleted';
