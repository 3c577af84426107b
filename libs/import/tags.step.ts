import type { Attributes } from './dump.rows.js';
import type { ImportRun } from './import.run.js';
import { lineOf, LONGEST_TAG, RowFault } from './row.read.js';
import type { Placed, Step } from './step.run.js';

interface Tag {
  name: string;
}

/** The unused ones too: they are the vocabulary of the site. Those that only posts name come with the questions. */
export const tags: Step<Tag> = {
  name: 'tags',
  file: 'Tags',
  batch: 1000,

  read(row: Attributes): Tag {
    const name = lineOf(row, 'TagName', LONGEST_TAG);
    if (!name) throw new RowFault('no name');
    return { name };
  },

  async write(items: (Tag & Placed)[], run: ImportRun): Promise<void> {
    await run.client.query(
      `insert into tag (name) select distinct r.name from json_to_recordset($1::json) as r (name text)
       where not exists (select from tag t where t.name = r.name)
       on conflict (name) do nothing`,
      [JSON.stringify(items)]);
  },
};
