import type { Attributes } from './dump.rows.js';
import type { ImportRun } from './import.run.js';
import { THREAD } from './row.find.js';
import { idOf } from './row.read.js';
import type { Placed, Step } from './step.run.js';

interface Link {
  duplicate: string;
  original: string;
}

const DUPLICATE = '3'; // 1 is a mere mention

export const links: Step<Link> = {
  name: 'links',
  file: 'PostLinks',
  batch: 1000,

  read(row: Attributes): Link | null {
    if (row['LinkTypeId'] !== DUPLICATE) return null;
    return { duplicate: idOf(row, 'PostId'), original: idOf(row, 'RelatedPostId') };
  },

  async write(items: (Link & Placed)[], run: ImportRun, left): Promise<void> {
    // one original for each, the first that was named; two questions that point at each other would send people in circles
    const first = new Map<string, Link & Placed>();
    for (const item of items) if (!first.has(item.duplicate) && first.get(item.original)?.original !== item.duplicate) first.set(item.duplicate, item);
    const made = await run.client.query<{ imported_id: string }>(
      `update thread t set duplicate_of = o.id, close_reason = case when t.closed_at is not null then 'duplicate' end
       from json_to_recordset($1::json) as r (duplicate text, original text)
       cross join lateral (${THREAD} = r.original offset 0) o
       cross join lateral (${THREAD} = r.duplicate offset 0) d
       where t.id = d.id
         and t.duplicate_of is null and o.id <> t.id and o.duplicate_of is distinct from t.id
       returning t.imported_id`,
      [JSON.stringify([...first.values()]), run.source]);
    const written = new Set(made.rows.map((row) => row.imported_id));
    for (const item of items) if (!written.has(item.duplicate)) left(item, 'duplicate link that leads nowhere');
  },
};
