import { threadSlug } from '#forum';
import type { Attributes } from './dump.rows.js';
import type { ImportRun } from './import.run.js';
import { type Author, authorOf } from './post.author.js';
import type { RawBody } from './post.body.js';
import { type Rendered, withBodies } from './post.prepare.js';
import { countOf, idOf, lineOf, optionalTime, RowFault, tagsOf, timeOf } from './row.read.js';
import { MEMBER, THREAD } from './row.find.js';
import type { Placed, Step } from './step.run.js';

interface Question extends Author {
  title: string;
  slug: string;
  views: number;
  created: string;
  active: string;
  edited: string | null;
  closed: string | null;
  tags: string[];
  body: RawBody;
}
type Ready = Omit<Question, 'body'> & Rendered;

const QUESTION = '1';
const ANSWER = '2';
const LONGEST_TITLE = 300;

/** Threads with their openings and tags. The thread carries the question's id, its opening `p` and the id. */
export const questions: Step<Question, Ready> = {
  name: 'questions',
  file: 'Posts',
  batch: 500,

  read(row: Attributes, run: ImportRun): Question | null {
    const type = row['PostTypeId'];
    idOf(row, 'Id');
    if (type === ANSWER) return null;
    if (type !== QUESTION) throw new RowFault('neither question nor answer (wiki, election, ...)');
    const title = lineOf(row, 'Title', LONGEST_TITLE);
    if (!title) throw new RowFault('no title');
    const created = timeOf(row, 'CreationDate');
    return {
      ...authorOf(row, 'OwnerUserId', 'OwnerDisplayName', run),
      title,
      slug: threadSlug(title),
      views: countOf(row, 'ViewCount'),
      created,
      active: optionalTime(row, 'LastActivityDate') ?? created,
      edited: optionalTime(row, 'LastEditDate'),
      closed: optionalTime(row, 'ClosedDate'),
      tags: tagsOf(row),
      body: { html: row['Body'] ?? '' },
    };
  },

  prepare: (items, run) => withBodies(items, run, 'Posts.xml'),

  async write(items: (Ready & Placed)[], run: ImportRun): Promise<void> {
    const made = await run.client.query(INSERT, [JSON.stringify(items), run.source, run.categoryId, run.language]);
    const pairs = items.flatMap((item) => item.tags.map((tag) => ({ id: item.id, tag })));
    if (pairs.length > 0) {
      await run.client.query(TAGS, [[...new Set(pairs.map((pair) => pair.tag))]]);
      await run.client.query(THREAD_TAGS, [JSON.stringify(pairs), run.source]);
    }
    run.postsWritten += made.rowCount ?? 0;
  },
};

const INSERT = `
  with question as (
    select * from json_to_recordset($1::json) as r (id text, title text, slug text, author text, "authorName" text, views bigint,
      created timestamptz, active timestamptz, edited timestamptz, closed timestamptz, source text, html text, renderer smallint)
  ), made as (
    insert into thread (kind, title, slug, category_id, author_id, author_name, language, view_count,
      closed_at, close_reason, imported_from, imported_id, created_at, last_activity_at)
    select 'question', q.title, q.slug, $3, m.id, case when m.id is null then q."authorName" end, $4, q.views,
      q.closed, case when q.closed is not null then 'imported' end, $2, q.id, q.created, q.active
    from question q left join lateral (${MEMBER} = q.author offset 0) m on true
    order by q.id::bigint
    on conflict (imported_from, imported_id) do nothing
    returning id, imported_id, author_id, author_name
  )
  insert into post (thread_id, kind, author_id, author_name, source, html, renderer, imported_from, imported_id, created_at, edited_at)
  select t.id, 'opening', t.author_id, t.author_name, q.source, q.html, q.renderer, $2, 'p' || q.id, q.created, q.edited
  from made t join question q on q.id = t.imported_id
  order by t.id`;

// looked for first: an insert that only meets conflicts would still use up ids
const TAGS = `
  insert into tag (name) select n.name from unnest($1::text[]) as n (name) where not exists (select from tag t where t.name = n.name)
  on conflict (name) do nothing`;

const THREAD_TAGS = `
  insert into thread_tag (thread_id, tag_id)
  select th.id, t.id
  from json_to_recordset($1::json) as r (id text, tag text)
  cross join lateral (${THREAD} = r.id offset 0) th
  join tag t on t.name = r.tag
  on conflict do nothing`;
