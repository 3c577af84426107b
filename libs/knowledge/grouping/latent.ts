import type { Features } from './features.js';

const ROUNDS = 3; // of the power iteration: more change nothing that shows
const SPARE = 8; // dimensions beside those asked for, as the method wants them

/**
 * Texts as points in a space of few dimensions in which words that are used alike lie close to each other (latent semantic analysis,
 * Deerwester and others 1990), found by randomized subspace iteration (Halko, Martinsson, Tropp 2011, algorithm 4.4). Points have length 1.
 */
export async function latentPoints({ rows, size }: { rows: readonly Features[]; size: number }, dimensions: number, rest: () => Promise<void>): Promise<Float32Array[]> {
  const count = Math.min(dimensions + SPARE, size, rows.length);
  const random = randomNumbers();
  let basis: Float64Array[] = Array.from({ length: count }, () => Float64Array.from({ length: size }, () => random() + random() - 1));
  for (let round = 0; round < ROUNDS; round += 1) basis = await orthogonal(times(rows, await orthogonal(basis.map((vector) => ofTexts(rows, vector)), rest), size), rest);
  const along = basis.map((vector) => ofTexts(rows, vector));
  return rows.map((_, text) => unit(Float32Array.from(along, (vector) => vector[text]!)));
}

/** A point of length 1 in the same direction. */
export function unit(point: Float32Array): Float32Array {
  const length = Math.sqrt(dot(point, point)) || 1;
  return point.map((value) => value / length);
}

export function dot(one: Float32Array | Float64Array, other: Float32Array | Float64Array): number {
  const whole = one.length - (one.length % 4);
  let [a, b, c, d] = [0, 0, 0, 0]; // four sums side by side take half the time of one
  for (let at = 0; at < whole; at += 4) {
    a += one[at]! * other[at]!;
    b += one[at + 1]! * other[at + 1]!;
    c += one[at + 2]! * other[at + 2]!;
    d += one[at + 3]! * other[at + 3]!;
  }
  for (let at = whole; at < one.length; at += 1) a += one[at]! * other[at]!;
  return a + b + c + d;
}

function ofTexts(rows: readonly Features[], vector: Float64Array): Float64Array {
  return Float64Array.from(rows, ({ at, weight }) => at.reduce((sum, feature, place) => sum + weight[place]! * vector[feature]!, 0));
}

function times(rows: readonly Features[], vectors: readonly Float64Array[], size: number): Float64Array[] {
  return vectors.map((vector) => {
    const sums = new Float64Array(size);
    for (const [text, { at, weight }] of rows.entries()) for (const [place, feature] of at.entries()) sums[feature]! += weight[place]! * vector[text]!;
    return sums;
  });
}

/** The same space by vectors at right angles (modified Gram-Schmidt). */
async function orthogonal(vectors: Float64Array[], rest: () => Promise<void>): Promise<Float64Array[]> {
  for (const [place, vector] of vectors.entries()) {
    for (const before of vectors.slice(0, place)) {
      const shared = dot(vector, before);
      for (let at = 0; at < vector.length; at += 1) vector[at]! -= shared * before[at]!;
    }
    const length = Math.sqrt(dot(vector, vector)) || 1;
    for (let at = 0; at < vector.length; at += 1) vector[at]! /= length;
    await rest();
  }
  return vectors;
}

/** The same ones each time, so that a night that changes nothing regroups nothing (mulberry32). */
function randomNumbers(): () => number {
  let seed = 1;
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let value = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
  };
}
