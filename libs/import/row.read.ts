import { cleanLine } from '#platform/content';
import type { Attributes } from './dump.rows.js';

/** Why one row is left out. */
export class RowFault extends Error {
  constructor(readonly reason: string) {
    super(reason);
  }
}

export function idOf(row: Attributes, name: string): string {
  const id = row[name];
  if (!id || !/^-?\d{1,18}$/.test(id)) throw new RowFault(`invalid ${name}`);
  return id;
}

export function optionalId(row: Attributes, name: string): string | null {
  return row[name] ? idOf(row, name) : null;
}

/** Dumps write UTC without saying so. */
export function timeOf(row: Attributes, name: string): string {
  const time = optionalTime(row, name);
  if (!time) throw new RowFault(`invalid ${name}`);
  return time;
}

export function optionalTime(row: Attributes, name: string): string | null {
  const written = row[name];
  if (!written || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z?$/.test(written)) return null;
  const time = new Date(written.endsWith('Z') ? written : `${written}Z`);
  return Number.isNaN(time.getTime()) || time.getUTCFullYear() < 1 ? null : time.toISOString();
}

export function countOf(row: Attributes, name: string): number {
  const count = Number(row[name]);
  return Number.isSafeInteger(count) && count > 0 ? count : 0;
}

/** One line of visible text within a length; null where there is none. */
export function lineOf(row: Attributes, name: string, longest: number): string | null {
  const line = cleanLine(row[name] ?? '');
  if (line === null) throw new RowFault(`${name} with characters that cannot be stored`);
  if ([...line].length > longest) throw new RowFault(`${name} longer than ${longest} characters`);
  return line || null;
}

/** `<a><b>`, and `|a|b|` in dumps since 2024. */
export function tagsOf(row: Attributes): string[] {
  const names = (row['Tags'] ?? '').split(/[<>|]/).flatMap((name) => cleanLine(name) || []);
  return [...new Set(names)].filter((name) => [...name].length <= LONGEST_TAG);
}

export const LONGEST_TAG = 40;
