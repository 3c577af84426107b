import { decimals, first, interval, mean, reciprocal, type Run } from './eval.figures.js';

/** The same questions asked of two systems. */
export interface Pair {
  set: string;
  ours: Run;
  theirs: Run;
}

/** How much better ours is, question by question, with the 95 % interval of the difference: by drawing pairs (Efron's bootstrap). */
export function pairedLines(pairs: readonly Pair[]): string[] {
  const compared = pairs.map((pair) => line(pair.set, [pair]));
  return ['', `${'Kundig against BM25'.padEnd(24)}        S@1                     MRR@10`, ...compared, line('all sets', pairs)];
}

function line(name: string, pairs: readonly Pair[]): string {
  const difference = (figure: (rank: number) => number) => {
    const each = pairs.flatMap(({ ours, theirs }) => ours.ranks.map((rank, n) => figure(rank) - figure(theirs.ranks[n]!)));
    const [low, high] = interval(each);
    return `${signed(mean(each))} (${signed(low)} to ${signed(high)})`;
  };
  return `${name.padEnd(24)} ${difference(first)}  ${difference(reciprocal)}`;
}

function signed(value: number): string {
  return `${value >= 0 ? '+' : ''}${decimals(value)}`;
}
