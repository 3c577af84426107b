import type { Client } from 'pg';

/** Keys for rows that point at each other before they are written. */
export async function keysOf(client: Client, table: 'member' | 'category' | 'category_field' | 'tag' | 'thread' | 'post', count: number): Promise<string[]> {
  const { rows } = await client.query<{ key: string }>(`select nextval(pg_get_serial_sequence($1, 'id'))::text as key from generate_series(1, $2)`, [table, count]);
  return rows.map(({ key }) => key);
}

/** Writes rows as they are, in one statement: for the triggers that is one insert, too. */
export async function insert(client: Client, table: string, rows: readonly object[]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first).join(', ');
  await client.query(`insert into ${table} (${columns}) overriding system value select ${columns} from json_populate_recordset(null::${table}, $1::json)`, [JSON.stringify(rows)]);
}

/** Every counter from the rows it counts. */
export const RECOUNT = [
  `update post p set comment_count = (select count(*) from post c where c.parent_id = p.id and c.kind = 'comment' and c.state = 'visible'),
     up_count = (select count(*) from vote v where v.post_id = p.id and v.value = 1), down_count = (select count(*) from vote v where v.post_id = p.id and v.value = -1),
     also_solved_count = (select count(*) from also_solved a where a.post_id = p.id)`,
  `update thread t set answer_count = (select count(*) from post p where p.thread_id = t.id and p.kind = 'answer' and p.state = 'visible'),
     same_problem_count = (select count(*) from same_problem s where s.thread_id = t.id),
     has_official = exists (select from post p where p.thread_id = t.id and p.kind = 'answer' and p.official_at is not null and p.state = 'visible')`,
  `update category c set thread_count = (select count(*) from thread t where t.category_id = c.id and t.state = 'visible')`,
  `update tag g set thread_count = (select count(*) from thread_tag tt join thread t on t.id = tt.thread_id where tt.tag_id = g.id and t.state = 'visible')`,
];
