import type { Attributes } from './dump.rows.js';
import type { ImportRun } from './import.run.js';
import { POST } from './row.find.js';
import { idOf, RowFault } from './row.read.js';
import type { Placed, Step } from './step.run.js';

interface Vote {
  post: string;
  up: boolean;
}

const UP = '2';
const DOWN = '3';
const POSTS_A_STATEMENT = 2000;

/**
 * Votes as numbers: whose they were is not in a dump. Large batches, because each post in one is rewritten once however many
 * votes it got, and the votes of a few days fall on the same posts.
 */
export const votes: Step<Vote> = {
  name: 'votes',
  file: 'Votes',
  batch: 50_000,

  read(row: Attributes): Vote | null {
    const type = row['VoteTypeId'];
    if (!type) throw new RowFault('invalid VoteTypeId');
    if (type !== UP && type !== DOWN) return null; // acceptances, favourites, close votes, flags
    return { post: idOf(row, 'PostId'), up: type === UP };
  },

  async write(items: (Vote & Placed)[], run: ImportRun, left): Promise<void> {
    const sums = new Map<string, { id: string; up: number; down: number }>();
    for (const { post, up } of items) {
      const sum = sums.get(post) ?? { id: `p${post}`, up: 0, down: 0 };
      sum[up ? 'up' : 'down']++;
      sums.set(post, sum);
    }
    const all = [...sums.values()];
    const there = new Set<string>();
    for (let from = 0; from < all.length; from += POSTS_A_STATEMENT) {
      const made = await run.client.query<{ imported_id: string }>(ADD, [JSON.stringify(all.slice(from, from + POSTS_A_STATEMENT)), run.source]);
      for (const row of made.rows) there.add(row.imported_id);
    }
    for (const item of items) if (!there.has(`p${item.post}`)) left(item, 'vote on a post that is not there');
  },
};

const ADD = `
  update post p set imported_up = p.imported_up + r.up, imported_down = p.imported_down + r.down
  from json_to_recordset($1::json) as r (id text, up integer, down integer)
  cross join lateral (${POST} = r.id offset 0) found
  where p.id = found.id
  returning p.imported_id`;
