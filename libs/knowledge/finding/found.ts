import type { Matching } from './matching.js';
import type { Question } from './question.js';
import type { SearchFilter } from './search.filter.js';

export const MOST_CANDIDATES = 120; // what ranking looks at: the right one is hardly ever beyond, and each costs a row

/** Threads that may answer, before ranking. */
export interface Found {
  /** How well the engine liked each, 0..1. */
  liking: Map<string, number>;
  /** For each term of the question, how many threads have it. */
  having: number[];
  /** How many threads there are to choose from. */
  threads: number;
  /** Whether these are all that match. */
  whole: boolean;
}

/** Where candidates come from: Meilisearch, or PostgreSQL when that is away. */
export interface CandidateSource {
  find(question: Question, filter: SearchFilter): Promise<Found>;
  /** All that match, as far as they can be counted: never fewer than `find` finds. */
  count(question: Question, filter: SearchFilter): Promise<Matching>;
}

/** The candidates that share the rarest terms with the question, at most so many. */
export function likeliest(sharing: Map<string, number>, most: number): string[] {
  return [...sharing].sort((a, b) => b[1] - a[1]).slice(0, most).map(([id]) => id);
}
