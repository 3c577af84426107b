import type { EvalSet } from './eval.data.js';

/** What a system found for a question: best first, and how sure it is of the first. */
export interface Answer {
  ids: string[];
  sure: number;
}

/** How each question went. */
export interface Run {
  /** Of those that have an answer: where the first right thread stands, 0 for nowhere among ten. */
  ranks: number[];
  /** Of those that have an answer: average precision over the ten. */
  precisions: number[];
  /** How sure the system was where there is an answer, and where there is none. */
  sure: { answerable: number[]; unanswerable: number[] };
  nothing: number;
  medianMs: number;
}

const TEN = 10;

/** Asks every question and looks where the threads that answer it stand. */
export async function measure(queries: EvalSet['queries'], search: (text: string) => Promise<Answer>): Promise<Run> {
  const run: Run = { ranks: [], precisions: [], sure: { answerable: [], unanswerable: [] }, nothing: 0, medianMs: 0 };
  const times: number[] = [];
  for (const { text, answeredBy } of queries) {
    const started = performance.now();
    const { ids, sure } = await search(text);
    times.push(performance.now() - started);
    run.sure[answeredBy.size > 0 ? 'answerable' : 'unanswerable'].push(sure);
    if (answeredBy.size === 0) continue;
    if (ids.length === 0) run.nothing += 1;
    const right = ids.slice(0, TEN).map((id) => answeredBy.has(id));
    run.ranks.push(right.indexOf(true) + 1);
    run.precisions.push(precision(right, answeredBy.size));
  }
  run.medianMs = times.sort((a, b) => a - b)[times.length >> 1] ?? 0;
  return run;
}

function precision(right: readonly boolean[], all: number): number {
  let [sum, found] = [0, 0];
  for (const [n, isRight] of right.entries()) if (isRight) sum += ++found / (n + 1);
  return sum / Math.min(all, TEN);
}

export const first = (rank: number) => (rank === 1 ? 1 : 0);
const firstFive = (rank: number) => (rank >= 1 && rank <= 5 ? 1 : 0);
export const reciprocal = (rank: number) => (rank > 0 ? 1 / rank : 0);
export const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / (values.length || 1);

/** The area under the curve: how often an answerable question makes the system surer than one that is not (Mann and Whitney). Null where all have an answer. */
function area({ answerable, unanswerable }: Run['sure']): number | null {
  if (unanswerable.length === 0) return null;
  const won = answerable.reduce((sum, yes) => sum + unanswerable.reduce((part, no) => part + (yes > no ? 1 : yes === no ? 0.5 : 0), 0), 0);
  return won / (answerable.length * unanswerable.length);
}

const DRAWS = 2_000;
const SEED = 20261123;

/** The ends of the 95 % interval of a mean, by drawing the questions anew with the same seed each time (Efron's bootstrap). */
export function interval(values: readonly number[]): [number, number] {
  const next = random(SEED);
  const means = Array.from({ length: DRAWS }, () => mean(values.map(() => values[Math.floor(next() * values.length)]!))).sort((a, b) => a - b);
  return [means[Math.floor(DRAWS * 0.025)]!, means[Math.floor(DRAWS * 0.975)]!];
}

/** Half its width. */
function spread(values: readonly number[]): number {
  const [low, high] = interval(values);
  return (high - low) / 2;
}

/** Marsaglia's xorshift: the same numbers in every run. */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

export const decimals = (value: number) => value.toFixed(3).replace(/^(-?)0/, '$1');

/** The table's line. */
export function line(set: string, system: string, run: Run): string {
  const within = (values: readonly number[]) => `${decimals(mean(values))} ±${decimals(spread(values))}`.padStart(12);
  const curve = area(run.sure);
  return [
    set.padEnd(12), system.padEnd(30), within(run.ranks.map(first)), within(run.ranks.map(firstFive)), within(run.ranks.map(reciprocal)), within(run.precisions),
    (curve === null ? '' : decimals(curve)).padStart(6), `${((run.nothing * 100) / run.ranks.length).toFixed(1)} %`.padStart(8), `${run.medianMs.toFixed(1)} ms`.padStart(9),
  ].join(' ');
}

export const HEADING = `${'set'.padEnd(12)} ${'system'.padEnd(30)}          S@1          S@5       MRR@10          MAP   area  nothing    median`;
