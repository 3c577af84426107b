/** More typing mistakes than this and it is another word, not a slip. */
const MOST_SLIPS = 4;

/** The known name that was probably meant, if one is near enough. */
export function nearest(name: string, known: readonly string[]): string | undefined {
  const [best] = known.map((candidate) => ({ candidate, slips: slipsBetween(name, candidate) })).sort((a, b) => a.slips - b.slips);
  return best && best.slips <= MOST_SLIPS ? best.candidate : undefined;
}

/** Levenshtein's distance, one row at a time. */
function slipsBetween(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(swap, row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  return row[b.length]!;
}
