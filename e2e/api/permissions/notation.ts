import type { AccessLevel, Reason } from '#platform/access';
import type { World } from './world.js';

/*
 * The permissions table: who may do what to what, in rows/*.rows.ts (one file a slice; a new one is found by itself).
 *
 * A new mutation is one row:
 *   { mutation: 'closeThread', access: 'member', on: 'thread', input: ({ id }) => ({ threadId: id, reason: 'settled' }),
 *     except: { 'customer author': 'staff-only' } },
 * a new query too, `$id` standing for the object's id (`$thread`, `$parent`: what its kind says besides):
 *   { query: 'thread', access: 'everyone', on: 'thread', ask: 'thread(id: $id) { id title }' },
 * and a field that depends on who asks (of a *Viewer type, or with a resolver that takes the actor or the context):
 *   { field: 'ThreadViewer.canClose', on: 'thread', ask: 'thread(id: $id) { viewer { canClose { allowed reason } } }', explains: 'closeThread' },
 *
 * What happens without `except`: who does not reach the access is UNAUTHENTICATED or FORBIDDEN; what the actor does not see
 * (the kind's `sees`, else `seesState`) is absent, in a reply that is byte for byte the one for an id that is not there; a mutation of
 * what is deleted, or stands below it, is refused as `deleted`; all else is ok.
 * `except` says what differs: 'actors' where they see the object, 'actors | states' in these states even where they do not; * is all;
 * the last that fits wins. Access comes before it.
 *
 * Without `on` there is no object, and one cell an actor. What objects there are: `kinds` of the row files, whose `make` puts one into
 * each state. An operation may have several rows: for other kinds of objects, or other inputs (`as` tells them apart).
 * Each cell runs in a transaction that is rolled back: no cell sees another's effect.
 */

export const ACTORS = ['guest', 'customer', 'author', 'superUser', 'staff', 'admin'] as const;
/** Who asks. `author` has written, or owns, the object asked for; `customer` is anybody else without a role. */
export type ActorName = (typeof ACTORS)[number];

export const STATES = ['visible', 'held', 'hidden', 'deleted', 'belowHidden', 'belowDeleted', 'absent'] as const;
/** `below...`: what the object stands under is in that state, the object itself is visible. `absent`: there is no such id. */
export type State = (typeof STATES)[number];

/** `is x`: the value of a field that is neither a permission nor an object. `invalid x`: InvalidInput at field x. */
export type Outcome = 'ok' | 'absent' | 'UNAUTHENTICATED' | 'FORBIDDEN' | Reason | 'conflict' | 'too-fast' | `invalid ${string}` | `is ${string}`;

/** The object of a cell by its ids: `id`, and what else `ask` or `input` needs. */
export type Target = { id: string } & Record<string, string>;

/** A kind of object, put into each state once. */
export interface Kind {
  states: readonly Exclude<State, 'absent'>[];
  make(world: World, state: Exclude<State, 'absent'>): Promise<Target>;
  /** The ids of one that was never there; without it there is no absent cell. */
  absent?: Target;
  /** Where others than everyone's rule hold (`seesState`). */
  sees?(actor: ActorName, state: State): boolean;
}

interface Asked {
  /** The object's kind, or several. */
  on?: string | readonly string[];
  except?: Partial<Record<string, Outcome>>;
  /** Runs in the cell's transaction before the operation: what the object needs beside its state. */
  before?(world: World, target: Target, actor: ActorName): Promise<unknown>;
  /** Where an operation has several rows. */
  as?: string;
}

interface Found extends Asked {
  /** A list: ok where the object is in it, absent where not. */
  finds?: true;
  ask: string;
}

export interface QueryRow extends Found {
  query: string;
  access: AccessLevel;
}

export interface MutationRow extends Asked {
  mutation: string;
  access: AccessLevel;
  input(target: Target): object;
  /** What to ask of the payload beside `problem`. */
  select?: string;
}

export interface FieldRow extends Found {
  field: `${string}.${string}`;
  /** The mutation (or its row's `as`) that this permission foretells: the cells are the same. */
  explains?: string;
}

/** Held to its permissions by another spec, since one call cannot show them (a subscription, say). */
export interface ElsewhereRow {
  operation: string;
  access: AccessLevel;
  /** The spec, from the root. */
  spec: string;
}

export type RunRow = QueryRow | MutationRow | FieldRow;
export type Row = RunRow | ElsewhereRow;

/** Everyone's rule, written down a second time on purpose: `visibleTo` is held against it. */
export function seesState(actor: ActorName, state: State): boolean {
  const keepsOrder = actor === 'superUser' || actor === 'staff' || actor === 'admin';
  switch (state) {
    case 'visible': return true;
    case 'held': case 'hidden': return keepsOrder || actor === 'author';
    case 'belowHidden': case 'deleted': case 'belowDeleted': return keepsOrder;
    default: return false;
  }
}
