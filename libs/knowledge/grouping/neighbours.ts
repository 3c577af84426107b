import { dot, unit } from './latent.js';

const NEAREST = 15; // as many neighbours as a question that is often asked has; with ten or 25 the figures are hardly others
const CLOSE = 0.4; // cosine; what is further off is no neighbour, however few there are
const ROUNDS = 2; // one joins what is close, a second what is close to that; a third blurs

/** Moves each point towards its nearest neighbours: questions that share few words, but the same neighbours, come to lie together (graph convolution as in Zhang and others 2019). */
export async function drawnTogether(points: readonly Float32Array[], rest: () => Promise<void>): Promise<Float32Array[]> {
  let drawn = [...points];
  for (let round = 0; round < ROUNDS; round += 1) {
    const moved: Float32Array[] = [];
    for (const [place, point] of drawn.entries()) {
      const sum = point.slice();
      for (const { other, likeness } of nearest(drawn, place)) {
        const pull = likeness ** 2;
        const towards = drawn[other]!;
        for (let at = 0; at < sum.length; at += 1) sum[at]! += pull * towards[at]!;
      }
      moved.push(unit(sum));
      await rest();
    }
    drawn = moved;
  }
  return drawn;
}

function nearest(points: readonly Float32Array[], place: number): { other: number; likeness: number }[] {
  const best: { other: number; likeness: number }[] = [];
  for (const [other, point] of points.entries()) {
    if (other === place) continue;
    const likeness = dot(points[place]!, point);
    if (likeness < CLOSE || (best.length === NEAREST && likeness <= best.at(-1)!.likeness)) continue;
    let at = best.length;
    while (at > 0 && best[at - 1]!.likeness < likeness) at -= 1;
    best.splice(at, 0, { other, likeness });
    if (best.length > NEAREST) best.pop();
  }
  return best;
}
