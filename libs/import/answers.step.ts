import type { Attributes } from './dump.rows.js';
import type { ImportRun } from './import.run.js';
import { type Author, authorOf } from './post.author.js';
import type { RawBody } from './post.body.js';
import { type Rendered, withBodies } from './post.prepare.js';
import { MEMBER, THREAD } from './row.find.js';
import { idOf, optionalTime, timeOf } from './row.read.js';
import type { Placed, Step } from './step.run.js';

interface Answer extends Author {
  question: string;
  created: string;
  edited: string | null;
  body: RawBody;
}
type Ready = Omit<Answer, 'body'> & Rendered;

/**
 * A pass of its own over the posts: an answer may stand before its question (questions that were merged or moved), and
 * holding such answers back would need memory without bound.
 */
export const answers: Step<Answer, Ready> = {
  name: 'answers',
  file: 'Posts',
  batch: 500,
  wanted: /\sPostTypeId\s*=\s*["']2["']/,

  read(row: Attributes, run: ImportRun): Answer | null {
    if (row['PostTypeId'] !== '2') return null;
    idOf(row, 'Id');
    return {
      ...authorOf(row, 'OwnerUserId', 'OwnerDisplayName', run),
      question: idOf(row, 'ParentId'),
      created: timeOf(row, 'CreationDate'),
      edited: optionalTime(row, 'LastEditDate'),
      body: { html: row['Body'] ?? '' },
    };
  },

  prepare: (items, run) => withBodies(items, run, 'Posts.xml'),

  async write(items: (Ready & Placed)[], run: ImportRun, left): Promise<void> {
    const made = await run.client.query<{ imported_id: string }>(INSERT, [JSON.stringify(items), run.source]);
    const written = new Set(made.rows.map((row) => row.imported_id));
    for (const item of items) if (!written.has(`p${item.id}`)) left(item, 'answer to a question that is not there');
    run.postsWritten += written.size;
  },
};

const INSERT = `
  insert into post (thread_id, kind, author_id, author_name, source, html, renderer, imported_from, imported_id, created_at, edited_at)
  select t.id, 'answer', m.id, case when m.id is null then a."authorName" end, a.source, a.html, a.renderer, $2, 'p' || a.id, a.created, a.edited
  from json_to_recordset($1::json) as a (id text, question text, author text, "authorName" text,
    created timestamptz, edited timestamptz, source text, html text, renderer smallint)
  cross join lateral (${THREAD} = a.question offset 0) t
  left join lateral (${MEMBER} = a.author offset 0) m on true
  order by a.id::bigint
  on conflict (imported_from, imported_id) do nothing
  returning imported_id`;
