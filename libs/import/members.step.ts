import { nameKey } from '#accounts';
import { type Attributes, dumpRows } from './dump.rows.js';
import type { DumpFolder } from './dump.folder.js';
import type { ImportRun } from './import.run.js';
import { idOf, lineOf, timeOf } from './row.read.js';
import type { Placed, Step } from './step.run.js';

interface User {
  user: string;
  name: string;
  created: string;
}

const LONGEST_NAME = 60; // of the column's 80: room for " (12345678)"
const NUMBERED = 9; // the tenth Anna is told apart by her id: counting on would try every number again for each

/** Accounts without e-mail: nobody can sign in as them until an admin hands them over. */
export const members: Step<User> = {
  name: 'members',
  file: 'Users',
  batch: 1000,

  read(row: Attributes): User | null {
    const user = idOf(row, 'Id');
    if (user.startsWith('-')) return null; // the site's robots: authors by name only
    const name = lineOf(row, 'DisplayName', 1000) ?? `user${user}`;
    return { user, name: [...name].slice(0, LONGEST_NAME).join('').trim(), created: timeOf(row, 'CreationDate') };
  },

  async write(users: (User & Placed)[], run: ImportRun): Promise<void> {
    const there = await run.client.query<{ imported_id: string }>(
      'select imported_id from member where imported_from = $1 and imported_id = any($2)', [run.source, users.map((one) => one.user)]);
    const known = new Set(there.rows.map((row) => row.imported_id));
    let left = users.filter((one) => !known.has(one.user));
    for (let turn = 1; left.length > 0; turn++) {
      const made = await insert(run, left.map((one) => named(one, turn)));
      left = left.filter((one) => !made.has(one.user));
    }
  },
};

/** Two people may share a name there, not here: "Anna", "Anna 2", "Anna 3". */
function named(user: User, turn: number): User & { key: string } {
  const name = turn === 1 ? user.name : turn <= NUMBERED ? `${user.name} ${turn}` : `${user.name} (${user.user}${turn > NUMBERED + 1 ? `-${turn}` : ''})`;
  return { ...user, name, key: nameKey(name) };
}

async function insert(run: ImportRun, users: (User & { key: string })[]): Promise<Set<string>> {
  const made = await run.client.query<{ imported_id: string }>(
    `insert into member (name, name_key, language, imported_from, imported_id, created_at)
     select r.name, r.key, $2, $3, r."user", r.created
     from json_to_recordset($1::json) as r (name text, key text, "user" text, created timestamptz)
     on conflict do nothing
     returning imported_id`,
    [JSON.stringify(users), run.language, run.source]);
  return new Set(made.rows.map((row) => row.imported_id));
}

/** The names of the accounts with ids below zero. They stand first in the file; reading ends at the first person. */
export async function robotNames(dump: DumpFolder): Promise<Map<string, string>> {
  const names = new Map([['-1', 'Community']]);
  for await (const { rows } of dumpRows(dump.path('Users'))) {
    for (const { attributes } of rows) {
      const id = attributes?.['Id'];
      if (!id?.startsWith('-')) return names;
      const name = attributes && attributes['DisplayName']?.trim();
      if (name) names.set(id, name.slice(0, LONGEST_NAME));
    }
  }
  return names;
}
