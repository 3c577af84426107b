import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { testDatabase } from '#platform/testing';
import { writeDump } from '../../e2e/bench/stackexchange-dump.js';
import { importStackExchange } from './stackexchange.import.js';

const ROOT = process.cwd(); // npm and Jest start there
const POSTS = 600;
const KILLS = [0.3, 0.6, 0.9]; // of what there is to read

it('killed again and again, it goes on and ends with the same community', async () => {
  execFileSync(process.execPath, [join(ROOT, 'scripts/build.mjs')]);
  const parent = mkdtempSync(join(tmpdir(), 'kundig-import-'));
  const folder = join(parent, 'bench.example.org');
  const [whole, killed] = [await testDatabase(), await testDatabase()];
  try {
    await writeDump(folder, POSTS, 7);
    const expected = await importStackExchange({ databaseUrl: whole.url, folder });
    let deaths = 0;
    for (const share of KILLS) deaths += await runAndKill(killed.url, folder, share);
    expect(deaths).toBeGreaterThan(1);
    const report = await importStackExchange({ databaseUrl: killed.url, folder });
    expect(report.postsWritten).toBeLessThan(expected.postsWritten); // it did go on, not begin again
    expect(await contentsOf(killed.url)).toEqual(await contentsOf(whole.url));
  } finally {
    await whole.drop();
    await killed.drop();
    rmSync(parent, { recursive: true, force: true });
  }
}, 60_000);

/** 1 when it was killed in the middle, 0 when it was done before. */
async function runAndKill(databaseUrl: string, folder: string, share: number): Promise<number> {
  const script = `
    import { importStackExchange } from ${JSON.stringify(join(ROOT, 'dist/libs/import/index.js'))};
    const onProgress = ({ doneBytes, totalBytes }) => doneBytes >= ${share} * totalBytes && console.log('now');
    await importStackExchange({ ...${JSON.stringify({ databaseUrl, folder })}, onProgress });
    process.exit(0);`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise<NodeJS.Signals | null>((done) => child.once('exit', (_code, signal) => done(signal)));
  child.stdout.once('data', () => child.kill('SIGKILL'));
  return (await ended) === 'SIGKILL' ? 1 : 0;
}

/** Everything but the keys, which count what was tried as well. */
async function contentsOf(url: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const found = await client.query(`
      select (select json_agg(r order by r.imported_id) from (select name, imported_id, created_at from member) r) as members,
        (select json_agg(r order by r.imported_id) from (
          select t.imported_id, t.title, t.answer_count, t.closed_at, t.close_reason, a.imported_id as accepted, d.imported_id as original, t.author_name
          from thread t left join post a on a.id = t.accepted_post_id left join thread d on d.id = t.duplicate_of) r) as threads,
        (select json_agg(r order by r.imported_id) from (
          select p.imported_id, t.imported_id as thread, q.imported_id as parent, p.source, p.html, p.score, p.imported_up, p.comment_count, m.imported_id as author
          from post p join thread t on t.id = p.thread_id left join post q on q.id = p.parent_id left join member m on m.id = p.author_id) r) as posts,
        (select json_agg(r order by r.name) from (select name, thread_count from tag) r) as tags,
        (select json_agg(r) from (select slug, thread_count from category) r) as categories, (select count(*) from thread_tag) as thread_tags`);
    return found.rows;
  } finally {
    await client.end();
  }
}
