import type pg from 'pg';
import { Database } from '#platform/database';
import type { RunningApp } from '../support/running-app.js';

/** A bug planted into a running program or its database: no line of the program knows of it. */
export interface Plant {
  name: string;
  /** Plants it; what it answers pulls it out again. */
  in(app: RunningApp, owner: pg.Client): Promise<Undo>;
}

type Undo = () => Promise<void>;
type Send = (statement: Statement) => Promise<unknown[]>;

interface Statement {
  text: string;
  values: unknown[];
  name?: string;
}

/** What the program's Database sends goes through `by` first. */
async function sent({ db }: RunningApp, by: (statement: Statement, send: Send) => Promise<unknown[]>): Promise<Undo> {
  const open = db as unknown as { rows?: Send };
  const send = (Database.prototype as unknown as { rows: Send }).rows.bind(db);
  open.rows = (statement) => by(statement, send);
  return async () => { delete open.rows; };
}

/** In each statement that looks like `only`, `from` becomes `to`. */
const sql = (name: string, from: string, to: string, only = /./): Plant => ({
  name,
  in: (app) => sent(app, ({ text, values, name }, send) => {
    const planted = only.test(text) ? text.replace(from, to) : text;
    return send(planted === text && name !== undefined ? { text, values, name } : { text: planted, values }); // under no name: the connection may have planned the true one
  }),
});

/** A function of the database with another text in it. */
const redefine = (name: string, ...changes: [fn: string, from: string, to: string][]): Plant => ({
  name,
  in: async (_, owner) => {
    const before: string[] = [];
    for (const [fn, from, to] of changes) {
      const { rows: [row] } = await owner.query<{ text: string }>(`select pg_get_functiondef('${fn}'::regproc) as text`);
      if (!row!.text.includes(from)) throw new Error(`${name}: ${fn} does not hold ${from} any more.`);
      before.unshift(row!.text);
      await owner.query(row!.text.replace(from, to));
    }
    return async () => {
      for (const text of before) await owner.query(text);
    };
  },
});

/** The name of a call is written down beside its transaction, as if it had a connection of its own. */
const outside: Plant = {
  name: 'idempotency row outside the transaction',
  in: async (app) => {
    const { pool } = app.db as unknown as { pool: pg.Pool };
    return sent(app, async (statement, send) => (statement.text.startsWith('insert into idempotency') ? (await pool.query(statement)).rows : send(statement)));
  },
};

const CAME_BACK = `not (o.state = 'deleted' and n.state = 'visible')`;

export const PLANTS: Plant[] = [
  sql('no lock on the thread', 'for no key update', '', /from thread t where t\.id = \$1/),
  sql('no lock on the post: a vote counts twice', 'for share of t for no key update of p', ''),
  redefine('no search mark for an edit', ['search_mark_post_update', '(n.source, n.state', '(n.state, n.state'], ['search_mark_post_update', '(o.source, o.state', '(o.state, o.state']),
  redefine('no search mark for what comes back',
    ['search_mark_post_update', `n.kind <> 'comment'`, `n.kind <> 'comment' and ${CAME_BACK}`],
    ['search_mark_thread_update', 'on o.id = n.id', `on o.id = n.id and ${CAME_BACK} and n.answer_count <= o.answer_count`]),
  sql('nobody asks whose post it is that is voted on', 'p.author_id as "authorId"', '0::bigint as "authorId"', /for share of t/),
  sql('a deleted comment still counts', 'comment_count = comment_count + $2', 'comment_count = comment_count + greatest($2::int, 0)'),
  outside,
  sql('comments are read without asking who may see them', `p.kind = 'comment' and p.state = 'visible'`, `p.kind = 'comment'`, /cross join lateral/),
  sql('a deleted answer stays accepted', 'set accepted_post_id = null where id = $1', 'set accepted_post_id = accepted_post_id where id = $1'),
  sql('a merge does not add up the answers', 'answer_count = t.answer_count + s.answer_count', 'answer_count = t.answer_count'),
  sql('a signpost leads to a signpost', 'where merged_into = $1', 'where merged_into = $1 and false', /^update thread set merged_into/),
  sql('a merge loses the followers', 'on conflict do nothing', 'limit 0 on conflict do nothing', /^insert into subscription .* select member_id, 'thread', \$2, following/s),
  sql('who wrote what is split off does not follow it', 'order by author_id on conflict', 'limit 0 on conflict', /^\s*insert into subscription/),
  sql('a duplicate of a duplicate', 'where duplicate_of = $1 and', 'where duplicate_of = $1 and false and', /^update thread set duplicate_of = \$2/),
  sql('what happened is told twice', 'order by h.at returning id', 'cross join (values (1), (2)) twice order by h.at returning id', /insert into event/),
];
