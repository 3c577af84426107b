import type { Attributes } from './dump.rows.js';
import type { ImportRun } from './import.run.js';
import { lineOf, optionalId } from './row.read.js';

const LONGEST_NAME = 80;

export interface Author {
  /** The account's id in the dump; the database says whether it came along. */
  author: string | null;
  /** What to show where it did not. */
  authorName: string | null;
}

export function authorOf(row: Attributes, idName: string, displayName: string, run: ImportRun): Author {
  const id = optionalId(row, idName);
  const shown = lineOf(row, displayName, LONGEST_NAME);
  if (id?.startsWith('-')) return { author: null, authorName: run.robots.get(id) ?? shown };
  return { author: id, authorName: shown ?? (id && `user${id}`) };
}
