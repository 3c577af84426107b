import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface BenchSettings {
  /** BENCH_POSTS: openings and answers of the corpus. */
  posts: number;
  /** BENCH_SECONDS: how long each row is measured, all rounds together. */
  seconds: number;
  /** BENCH_ONLY: rows whose name contains one of these, comma list. Default all. */
  only: string[];
  /** BENCH_DATA: where the corpus is kept between runs. */
  folder: string;
  /** BENCH_JSON: where the figures are written to, too. */
  json: string | undefined;
  seed: number;
  /** BENCH_ROLES: what the program does; without the worker, writes are measured without what follows them. */
  roles: string;
}

export const ROUNDS = 3;

export function benchSettings(env: NodeJS.ProcessEnv): BenchSettings {
  const posts = numberOf(env, 'BENCH_POSTS', 100_000);
  return {
    posts,
    seconds: numberOf(env, 'BENCH_SECONDS', 18),
    only: (env.BENCH_ONLY ?? '').split(',').map((part) => part.trim()).filter(Boolean),
    folder: env.BENCH_DATA ?? join(tmpdir(), `kundig-bench-${posts}`),
    json: env.BENCH_JSON,
    seed: numberOf(env, 'BENCH_SEED', 1),
    roles: env.BENCH_ROLES ?? 'api,worker,web',
  };
}

function numberOf(env: NodeJS.ProcessEnv, name: string, otherwise: number): number {
  const value = Number(env[name] ?? otherwise);
  if (!Number.isInteger(value) || value < 1) throw new Error(`${name} is a whole number above 0`);
  return value;
}
