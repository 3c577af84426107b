import type { ImportRun } from './import.run.js';

const THREADS_A_BATCH = 500;

/**
 * Counts again what the import added to. Members may be writing meanwhile, and their transactions add to the same counters
 * under the row's lock: so the rows are locked first and counted by a second statement, which sees all that was committed
 * before the lock was had. What others have written but not yet committed they add themselves, after us. No count drifts.
 */
export async function recount(run: ImportRun): Promise<void> {
  for (let after = '0'; ; ) {
    const page = await run.client.query<{ id: string; ours: boolean | null }>(
      'select id, imported_from = $1 as ours from thread where id > $2 order by id limit $3', [run.source, after, THREADS_A_BATCH]);
    if (page.rows.length === 0) break;
    const threads = page.rows.filter((row) => row.ours).map((row) => row.id);
    await locked(run, 'thread', threads, ANSWERS);
    await locked(run, 'post', await commentedPosts(run, threads), COMMENTS);
    after = page.rows.at(-1)!.id;
  }
  await locked(run, 'category', [run.categoryId], CATEGORY);
  const tags = await run.client.query<{ id: string }>(
    'select distinct tt.tag_id as id from thread_tag tt join thread t on t.id = tt.thread_id where t.imported_from = $1', [run.source]);
  for (const { id } of tags.rows) await locked(run, 'tag', [id], TAG);
}

async function locked(run: ImportRun, table: 'thread' | 'post' | 'category' | 'tag', ids: string[], count: string): Promise<void> {
  if (ids.length === 0) return;
  await run.client.query('begin');
  try {
    await run.client.query(`select id from ${table} where id = any($1) order by id for update`, [ids]);
    await run.client.query(count, [ids]);
    await run.client.query('commit');
  } catch (error) {
    await run.client.query('rollback').catch(() => {}); // the first error is the one to tell
    throw error;
  }
}

async function commentedPosts(run: ImportRun, threads: string[]): Promise<string[]> {
  const found = await run.client.query<{ id: string }>(
    `select distinct parent_id as id from post where thread_id = any($1) and kind = 'comment' order by 1`, [threads]);
  return found.rows.map((row) => row.id);
}

// counted row by row, through the index: see row.find.ts
const ANSWERS = `
  update thread t set answer_count = c.n
  from (select i.id, (select count(*)::int from post p where p.thread_id = i.id and p.kind = 'answer' and p.state = 'visible') as n
    from unnest($1::bigint[]) as i (id)) c
  where t.id = c.id and t.answer_count <> c.n`;

const COMMENTS = `
  update post t set comment_count = c.n
  from (select i.id, (select count(*)::int from post p where p.parent_id = i.id and p.kind = 'comment' and p.state = 'visible') as n
    from unnest($1::bigint[]) as i (id)) c
  where t.id = c.id and t.comment_count <> c.n`;

const CATEGORY = `
  update category t set thread_count = c.n
  from (select count(*)::int as n from thread where category_id = any($1) and state = 'visible') c
  where t.id = any($1) and t.thread_count <> c.n`;

const TAG = `
  update tag t set thread_count = c.n
  from (select count(*)::int as n from thread_tag tt join thread h on h.id = tt.thread_id where tt.tag_id = any($1) and h.state = 'visible') c
  where t.id = any($1) and t.thread_count <> c.n`;
