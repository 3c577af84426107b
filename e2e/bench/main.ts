// `npm run bench`: measures, where the specs check. docs/guides/measuring.md says how to read what it prints.
import { execFileSync, fork } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { benchSettings, ROUNDS } from './bench.settings.js';
import { startGenerator } from './generator.js';
import { measureImport } from './import.js';
import { forgetDocuments, indexLag } from './index-lag.js';
import { type Figures, idleCpu, measure, warmUp } from './measure.js';
import { memoryOf } from './processes.js';
import { startProgram } from './program.js';
import { linesOf, table } from './report.js';
import { rowsOf } from './rows.js';
import { startServers, threadsIndex } from './servers.js';
import { countStatements } from './statements.js';
import { visits, visitTable } from './visits.js';

const IDLE_SECONDS = 5;
const NOBODY = 0; // the program sleeps while Meilisearch is asked directly
const WARM_UP = 300; // requests: then the hot functions are compiled

const settings = benchSettings(process.env);
const say = (line: string) => console.error(line);
const servers = await startServers(settings, say);
const generator = startGenerator();
const floor = fork(fileURLToPath(new URL('floor.js', import.meta.url)), { env: { ...process.env, DATABASE_URL: servers.database.url } });
const [floorPort] = (await once(floor, 'message')) as [number];
const db = new pg.Client({ connectionString: servers.database.ownerUrl });
await db.connect();
const wished = (name: string) => settings.only.length === 0 || settings.only.some((part) => name.includes(part));
try {
  const index = await threadsIndex(db);
  const every = await rowsOf(db, { key: servers.meili.key, index }, String(Date.now()));
  const asked = every.filter(({ name }) => wished(name));
  const rows = every.filter(({ name }) => wished(name) || asked.some((row) => row.floor === name));
  const { rows: [corpus] } = await db.query<{ threads: number }>('select count(*)::int as threads from thread');

  const counting = await startProgram(servers, settings.folder, 'api,web');
  const statements = await countStatements(servers.admin, rows, counting.port, generator);
  await counting.stop();

  const program = await startProgram(servers, settings.folder, settings.roles);
  const memoryAtStart = memoryOf(program.pid).now;
  const watched = { program: program.pid, postgres: servers.pid.postgres, meili: servers.pid.meili };
  const of = { program: { port: program.port, watched }, floor: { port: floorPort, watched: { ...watched, program: floor.pid! } }, meilisearch: { port: Number(new URL(servers.meili.url).port), watched: { ...watched, program: NOBODY } } };
  const figures = new Map<string, Figures>(rows.map(({ name }) => [name, { perSecond: [], cpu: [], latencies: [], openRate: 0, degraded: 0 }]));
  for (const row of rows) await warmUp(row, of[row.of].port, generator, WARM_UP);
  const idle = await idleCpu(watched, IDLE_SECONDS);
  for (let round = 1; round <= ROUNDS; round += 1) {
    say(`round ${round} of ${ROUNDS}`);
    // all rows in each round, so that what else the machine does meets all of them
    for (const row of rows) {
      const { port, watched } = of[row.of];
      await measure(row, port, generator, watched, row.of === 'program' ? idle : { ...idle, program: 0 }, settings.seconds / ROUNDS, figures.get(row.name)!);
    }
  }
  const memory = { atStart: memoryAtStart, ...memoryOf(program.pid) };
  const lag = wished('index lag') ? await indexLag(program.port, settings.seconds) : null;
  const visited = wished('first visit') ? await visits(db, program.port) : null;
  await program.stop();
  if (lag) await forgetDocuments(db, servers.meili, index, corpus!.threads);
  const imported = wished('import') ? await measureImport(servers, settings.folder) : null;

  const lines = linesOf(rows, figures, statements);
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
  const conditions = { commit, posts: settings.posts, threads: corpus!.threads, seed: settings.seed, roles: settings.roles, secondsARow: settings.seconds, node: process.version, cpu: cpus()[0]?.model, cores: cpus().length, loadBefore: loadavg()[2] };
  console.log(table(lines));
  console.log(`\nCPU in milliseconds a request; idle CPU (program ${idle.program.toFixed(0)}, database ${idle.database.toFixed(0)} ms a second) taken off. Memory of the program: ${memory.atStart} MB at the start, ${memory.now} MB at the end, ${memory.peak} MB at most.`);
  if (lag) console.log(`Index lag at 20 writes/s, ${lag.acceptances} acceptances: p50 ${lag.p50.toFixed(0)} ms, p99 ${lag.p99.toFixed(0)} ms, longest ${lag.longest.toFixed(0)} ms.`);
  if (imported) console.log(`Import: ${imported.posts} posts, ${imported.perSecond} a second; CPU a post: program ${imported.cpuPerPost.program.toFixed(2)}, database ${imported.cpuPerPost.database.toFixed(2)} ms.`);
  if (visited) console.log(`\n${visitTable(visited)}`);
  console.log(JSON.stringify(conditions));
  if (settings.json) writeFileSync(settings.json, JSON.stringify({ conditions, memory, idle, lines, lag, imported, visited }, null, 2));
} finally {
  generator.stop();
  floor.disconnect();
  await db.end();
  await servers.stop();
}
