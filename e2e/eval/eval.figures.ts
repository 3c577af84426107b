import type { EvalSet } from './eval.data.js';

export interface Figures {
  first: number;
  firstFive: number;
  reciprocalRank: number;
  nothing: number;
  medianMs: number;
}

/** Asks every question and looks where the thread that answers it stands. */
export async function measure(queries: EvalSet['queries'], search: (text: string) => Promise<string[]>): Promise<Figures> {
  const ranks: number[] = [];
  const times: number[] = [];
  let nothing = 0;
  for (const { text, answeredBy } of queries) {
    const started = performance.now();
    const found = await search(text);
    times.push(performance.now() - started);
    if (found.length === 0) nothing += 1;
    ranks.push(found.slice(0, 10).findIndex((id) => answeredBy.has(id)) + 1);
  }
  const share = (count: number) => count / queries.length;
  return {
    first: share(ranks.filter((rank) => rank === 1).length),
    firstFive: share(ranks.filter((rank) => rank >= 1 && rank <= 5).length),
    reciprocalRank: share(ranks.reduce((sum, rank) => sum + (rank > 0 ? 1 / rank : 0), 0)),
    nothing: share(nothing),
    medianMs: times.sort((a, b) => a - b)[times.length >> 1] ?? 0,
  };
}

/** The table's line. */
export function line(set: string, system: string, figures: Figures): string {
  const decimals = (value: number) => value.toFixed(3).padStart(8);
  return [
    set.padEnd(10), system.padEnd(38), decimals(figures.first), decimals(figures.firstFive), decimals(figures.reciprocalRank),
    `${(figures.nothing * 100).toFixed(1)} %`.padStart(9), `${figures.medianMs.toFixed(1)} ms`.padStart(9),
  ].join(' ');
}

export const HEADING = `${'set'.padEnd(10)} ${'system'.padEnd(38)}      S@1      S@5   MRR@10   nothing    median`;
