import type { Attributes } from './dump.rows.js';
import type { ImportRun } from './import.run.js';
import { type Author, authorOf } from './post.author.js';
import type { RawBody } from './post.body.js';
import { type Rendered, withBodies } from './post.prepare.js';
import { MEMBER, POST } from './row.find.js';
import { countOf, idOf, timeOf } from './row.read.js';
import type { Placed, Step } from './step.run.js';

interface Comment extends Author {
  post: string;
  up: number;
  created: string;
  body: RawBody;
}
type Ready = Omit<Comment, 'body'> & Rendered;

/** Comments carry `c` and their id: they are counted apart from the posts there. */
export const comments: Step<Comment, Ready> = {
  name: 'comments',
  file: 'Comments',
  batch: 1000,

  read(row: Attributes, run: ImportRun): Comment {
    idOf(row, 'Id');
    return {
      ...authorOf(row, 'UserId', 'UserDisplayName', run),
      post: idOf(row, 'PostId'),
      up: Math.min(countOf(row, 'Score'), MOST_UP),
      created: timeOf(row, 'CreationDate'),
      body: { comment: row['Text'] ?? '' },
    };
  },

  prepare: (items, run) => withBodies(items, run, 'Comments.xml'),

  async write(items: (Ready & Placed)[], run: ImportRun, left): Promise<void> {
    const made = await run.client.query<{ imported_id: string }>(INSERT, [JSON.stringify(items), run.source]);
    const written = new Set(made.rows.map((row) => row.imported_id));
    for (const item of items) if (!written.has(`c${item.id}`)) left(item, 'comment on a post that is not there');
    run.postsWritten += written.size;
  },
};

const MOST_UP = 1_000_000_000;

const INSERT = `
  insert into post (thread_id, kind, parent_id, author_id, author_name, source, html, renderer, imported_up, imported_from, imported_id, created_at)
  select p.thread_id, 'comment', p.id, m.id, case when m.id is null then c."authorName" end, c.source, c.html, c.renderer, c.up, $2, 'c' || c.id, c.created
  from json_to_recordset($1::json) as c (id text, post text, author text, "authorName" text, up integer,
    created timestamptz, source text, html text, renderer smallint)
  cross join lateral (${POST} = 'p' || c.post offset 0) p
  left join lateral (${MEMBER} = c.author offset 0) m on true
  order by c.id::bigint
  on conflict (imported_from, imported_id) do nothing
  returning imported_id`;
