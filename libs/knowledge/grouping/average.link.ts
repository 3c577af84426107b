import { dot } from './latent.js';

/**
 * Which group each point is of: the two groups that are most alike on average become one, for as long as they are alike enough (average linkage),
 * by chains of nearest neighbours (Murtagh 1983), so that it costs the square of the points and no more. Points have length 1.
 */
export async function linked(points: readonly Float32Array[], alikeEnough: number, rest: () => Promise<void>): Promise<number[]> {
  const count = points.length;
  const alike = points.map(() => new Float32Array(count));
  for (const [one, row] of alike.entries()) {
    for (let other = 0; other < one; other += 1) alike[other]![one] = row[other] = dot(points[one]!, points[other]!);
    await rest();
  }
  const size = new Int32Array(count).fill(1);
  const group = points.map((_, place) => place);
  const chain: number[] = [];
  const open = new Set(points.keys()); // each stands for a group; what is alone for good leaves
  while (open.size > 1) {
    if (chain.length === 0) chain.push(open.values().next().value!);
    const last = chain.at(-1)!;
    const before = chain.at(-2);
    const row = alike[last]!;
    let next = before ?? -1;
    let most = before === undefined ? -Infinity : row[before]!;
    for (const other of open) if (other !== last && row[other]! > most) [next, most] = [other, row[other]!];
    if (next !== before) chain.push(next);
    else {
      chain.splice(-2);
      // both are each other's nearest: where that is not near enough, nothing will ever be
      if (most < alikeEnough) for (const alone of [last, next]) open.delete(alone);
      else join(last, next);
      await rest();
    }
  }
  return group.map((_, place) => rootOf(group, place));

  function join(one: number, other: number): void {
    const [own, row] = [alike[one]!, alike[other]!];
    const both = size[one]! + size[other]!;
    for (const third of open) {
      if (third === one || third === other) continue;
      own[third] = (own[third]! * size[one]! + row[third]! * size[other]!) / both;
      alike[third]![one] = own[third];
    }
    size[one] = both;
    group[other] = one;
    open.delete(other);
  }
}

function rootOf(group: readonly number[], place: number): number {
  let root = place;
  while (group[root] !== root) root = group[root]!;
  return root;
}
