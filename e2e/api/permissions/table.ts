import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Kind, Row, RunRow } from './notation.js';

const FOLDER = join(import.meta.dirname, 'rows');

export interface Table {
  rows: Row[];
  kinds: Record<string, Kind>;
}

/** All of rows/ as one table. */
export async function readTable(): Promise<Table> {
  const table: Table = { rows: [], kinds: {} };
  for (const file of readdirSync(FOLDER).filter((name) => name.endsWith('.rows.js')).toSorted()) {
    const part = (await import(join(FOLDER, file))) as { rows: Row[]; kinds?: Record<string, Kind> };
    table.rows.push(...part.rows);
    for (const [name, kind] of Object.entries(part.kinds ?? {})) {
      if (table.kinds[name]) throw new Error(`rows/${file}: there is a kind "${name}" already; name this one otherwise.`);
      table.kinds[name] = kind;
    }
  }
  return table;
}

export const isRun = (row: Row): row is RunRow => !('operation' in row);

/** The operation or field that the row is about. */
export function subjectOf(row: Row): string {
  if ('operation' in row) return row.operation;
  return 'query' in row ? row.query : 'mutation' in row ? row.mutation : row.field;
}

export function kindsOf(row: RunRow): readonly string[] {
  return typeof row.on === 'string' ? [row.on] : (row.on ?? []);
}

/** How the row is called in a report. */
export function titleOf(row: RunRow): string {
  const name = row.as ? `${subjectOf(row)} (${row.as})` : subjectOf(row);
  return row.on ? `${name} on ${kindsOf(row).join(', ')}` : name;
}
