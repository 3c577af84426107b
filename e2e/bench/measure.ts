import type { Generator } from './generator.js';
import type { Outcome, Shot } from './load.js';
import { cpuOf, cpuOfFamily } from './processes.js';
import type { Row } from './rows.js';

/** The processes whose CPU is counted. */
export interface Watched {
  program: number;
  postgres: number;
  meili: number;
}

export interface Figures {
  perSecond: number[];
  /** Milliseconds of CPU a request, of each round. */
  cpu: { program: number; database: number; meilisearch: number }[];
  latencies: number[];
  openRate: number;
  /** Answers of search that PostgreSQL had to give, because Meilisearch took longer than 300 ms: a crowded machine makes it happen. */
  degraded: number;
}

type Cpu = Figures['cpu'][number];

const CONNECTIONS = 8;
const OPEN_SHARE = 0.5; // of what was reached at most: a server that people would call busy
const MOST_OPEN = 200;

export function cpuNow({ program, postgres, meili }: Watched): Cpu {
  return { program: cpuOf(program), database: cpuOfFamily(postgres), meilisearch: cpuOf(meili) };
}

/** What each uses while nobody asks anything, in milliseconds a second: the calmest of some seconds, for PostgreSQL may be at tidying up, which is not idleness. */
export async function idleCpu(watched: Watched, seconds: number): Promise<Cpu> {
  const least: Cpu = { program: Infinity, database: Infinity, meilisearch: Infinity };
  for (let second = 0; second < seconds; second += 1) {
    const before = cpuNow(watched);
    await new Promise((done) => { setTimeout(done, 1_000); });
    const now = cpuNow(watched);
    for (const name of Object.keys(least) as (keyof Cpu)[]) least[name] = Math.min(least[name], now[name] - before[name]);
  }
  return least;
}

/** One round of one row whose pace is given: CPU and latency of the same requests. */
async function measurePaced(row: Row, pace: number, port: number, generator: Generator, watched: Watched, idle: Cpu, seconds: number, into: Figures): Promise<void> {
  const before = cpuNow(watched);
  const open = taken(row, await generator.fire({ port, shots: row.next(Math.ceil(pace * seconds)), pace: { perSecond: pace }, seconds }));
  const count = open.latencies.length;
  into.cpu.push(map(cpuNow(watched), (name, after) => Math.max(0, after - before[name] - idle[name] * open.seconds) / count));
  into.perSecond.push(count / open.seconds);
  into.openRate = pace;
  into.degraded += open.degraded;
  into.latencies.push(...open.latencies);
}

/** One round of one row: as fast as it goes for the CPU a request costs, then at half that pace for the latency. */
export async function measure(row: Row, port: number, generator: Generator, watched: Watched, idle: Cpu, seconds: number, into: Figures): Promise<void> {
  if (row.pace !== undefined) return measurePaced(row, row.pace, port, generator, watched, idle, seconds, into);
  const half = seconds / 2;
  const enough = Math.ceil(half * (into.perSecond.at(-1) ?? 400) * 3);
  const before = cpuNow(watched);
  const closed = taken(row, await generator.fire({ port, shots: row.next(enough), pace: { connections: CONNECTIONS }, seconds: half }));
  const count = closed.latencies.length;
  into.cpu.push(map(cpuNow(watched), (name, after) => Math.max(0, after - before[name] - idle[name] * closed.seconds) / count));
  into.perSecond.push(count / closed.seconds);
  into.openRate = Math.max(1, Math.min(MOST_OPEN, Math.round(median(into.perSecond) * OPEN_SHARE)));
  const open = taken(row, await generator.fire({ port, shots: row.next(Math.ceil(into.openRate * half)), pace: { perSecond: into.openRate }, seconds: half }));
  into.degraded += closed.degraded + open.degraded;
  into.latencies.push(...open.latencies);
}

/** Some requests that are not counted: compiles, fills buffers, plans statements. */
export async function warmUp(row: Row, port: number, generator: Generator, count: number): Promise<void> {
  taken(row, await generator.fire({ port, shots: row.next(count), pace: { connections: CONNECTIONS }, seconds: 20 }));
}

export async function oneByOne(row: Row, port: number, generator: Generator, count: number): Promise<void> {
  const shots: Shot[] = row.next(count);
  taken(row, await generator.fire({ port, shots, pace: { connections: 1 }, seconds: 60 }));
}

/** A figure over failed requests would be none. */
function taken(row: Row, outcome: Outcome): Outcome {
  if (outcome.failures > 0) throw new Error(`${row.name}: ${outcome.failures} of ${outcome.latencies.length} failed; ${outcome.complaint}`);
  return outcome;
}

export function median(values: readonly number[]): number {
  return at(values, 0.5);
}

/** The value below which that share of them lies. */
export function at(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

function map(cpu: Cpu, change: (name: keyof Cpu, value: number) => number): Cpu {
  return { program: change('program', cpu.program), database: change('database', cpu.database), meilisearch: change('meilisearch', cpu.meilisearch) };
}
