import { isKey } from './key.js';

/** Keyset pages: a page costs the same wherever it lies, because it is found by key and not by counting rows. */

export const PAGE_LIMIT = 100; // GitHub's: enough for a screen, too little to copy the site with

/** Relay's arguments: `first` with `after`, or `last` with `before`. */
export interface PageInput {
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}

/** The arguments read: how many rows, in which direction, from which position. */
export interface Page {
  limit: number;
  backwards: boolean;
  from: string[] | null;
}

/** Null where the arguments contradict each other or the cursor is not one of ours. `parts`: what a cursor holds. */
export function readPage(input: PageInput, parts: readonly CursorPart[]): Page | null {
  const forwards = input.first != null;
  const backwards = input.last != null;
  if (forwards === backwards) return null;
  if (forwards ? input.before != null : input.after != null) return null;
  const limit = forwards ? input.first! : input.last!;
  if (!Number.isInteger(limit) || limit < 1 || limit > PAGE_LIMIT) return null;
  const cursor = forwards ? input.after : input.before;
  if (cursor == null) return { limit, backwards, from: null };
  const from = decodeCursor(cursor, parts);
  return from && { limit, backwards, from };
}

export function encodeCursor(values: readonly (string | number)[]): string {
  return Buffer.from(values.join('~')).toString('base64url');
}

/** What one value of a cursor may be: a row's key, a small number, or a moment in microseconds since 1970. */
export type CursorPart = keyof typeof FITS;

// a forged cursor of the right shape must not reach PostgreSQL with what its type does not hold
const FITS = {
  key: isKey,
  number: (value: string) => /^-?\d{1,9}$/.test(value),
  moment: (value: string) => /^-?\d{1,16}$/.test(value), // to the year 2286
};

export function decodeCursor(cursor: string, parts: readonly CursorPart[]): string[] | null {
  if (cursor.length > 200) return null;
  const values = Buffer.from(cursor, 'base64url').toString('utf8').split('~');
  return values.length === parts.length && parts.every((part, at) => FITS[part](values[at]!)) ? values : null;
}

/** Cuts the one row read beyond the limit, turns backward pages round, and says what lies on either side. */
export function pageOf<Row>(page: Page, rows: Row[], cursorOf: (row: Row) => (string | number)[]) {
  const more = rows.length > page.limit;
  const kept = more ? rows.slice(0, page.limit) : rows;
  if (page.backwards) kept.reverse();
  const edges = kept.map((node) => ({ node, cursor: encodeCursor(cursorOf(node)) }));
  return {
    edges,
    nodes: kept,
    pageInfo: {
      hasNextPage: page.backwards ? page.from !== null : more,
      hasPreviousPage: page.backwards ? more : page.from !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}
