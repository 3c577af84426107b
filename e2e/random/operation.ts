import fc from 'fast-check';
import { ACTS } from './acts.js';

/** Who acts: their place in the list is what an operation names. */
export const PEOPLE = ['guest', 'mina', 'ada', 'carl', 'kim', 'sven', 'root'] as const;

/** One line of a story. Plain numbers, so that a story can be printed, cut shorter and played again; what they point at is looked up when it is played. */
export interface Operation {
  who: number;
  act: string;
  /** Which of the things that are there, the newest first. */
  on: number;
  /** Where to, or which of two ways. */
  to: number;
  /** once; named: with a clientMutationId; twice: two of them at the same time; both: twice under one name. */
  sent: 'once' | 'named' | 'twice' | 'both';
  /** At the same time as the one before. */
  beside: boolean;
}

const often = Object.entries(ACTS).flatMap(([act, { weight }]) => Array.from<string>({ length: weight }).fill(act));

const operation = fc.record<Operation>({
  who: fc.noBias(fc.nat(PEOPLE.length - 1)),
  act: fc.noBias(fc.constantFrom(...often)),
  on: fc.nat(40), // fast-check likes small numbers: most happens to what is new, so that people meet
  to: fc.noBias(fc.nat(20)),
  sent: fc.noBias(fc.constantFrom('once', 'once', 'named', 'named', 'twice', 'both')),
  beside: fc.noBias(fc.boolean()),
});

/** The same seed tells the same story. */
export function story(seed: number, length: number): Operation[] {
  return fc.sample(operation, { seed, numRuns: length });
}

/** Those that happen at the same time, together. */
export function wavesOf(operations: readonly Operation[]): Operation[][] {
  const waves: Operation[][] = [];
  for (const one of operations) {
    if (one.beside && waves.length > 0) waves.at(-1)!.push(one);
    else waves.push([one]);
  }
  return waves;
}
