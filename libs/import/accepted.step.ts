import type { Attributes } from './dump.rows.js';
import type { ImportRun } from './import.run.js';
import { POST } from './row.find.js';
import { optionalId } from './row.read.js';
import type { Placed, Step } from './step.run.js';

interface Acceptance {
  answer: string;
}

/** Which answers solved their questions; only now are they all there. */
export const accepted: Step<Acceptance> = {
  name: 'accepted',
  file: 'Posts',
  batch: 1000,
  wanted: /\sAcceptedAnswerId\s*=/,

  read(row: Attributes): Acceptance | null {
    const answer = row['PostTypeId'] === '1' ? optionalId(row, 'AcceptedAnswerId') : null;
    return answer === null ? null : { answer };
  },

  async write(items: (Acceptance & Placed)[], run: ImportRun, left): Promise<void> {
    const made = await run.client.query<{ imported_id: string }>(
      `update thread t set accepted_post_id = p.id
       from json_to_recordset($1::json) as r (id text, answer text)
       cross join lateral (${POST} = 'p' || r.answer offset 0) p
       where t.id = p.thread_id and t.imported_id = r.id and p.kind = 'answer'
         and t.accepted_post_id is null -- what members chose since stays
       returning t.imported_id`,
      [JSON.stringify(items), run.source]);
    const written = new Set(made.rows.map((row) => row.imported_id));
    for (const item of items) if (!written.has(item.id)) left(item, 'accepted answer that is not there');
  },
};
