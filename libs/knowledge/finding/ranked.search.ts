import { Injectable, Logger } from '@nestjs/common';
import type { Actor } from '#platform/access';
import { CircuitOpen, SearchEngine } from '#platform/search';
import type { CandidateSource } from './found.js';
import { type Matching, nothingMatches } from './matching.js';
import { MeilisearchCandidates } from './meilisearch.candidates.js';
import { PostgresCandidates } from './postgres.candidates.js';
import type { Question } from './question.js';
import { rank, rarity } from './ranking.js';
import { isNowhere, type SearchFilter } from './search.filter.js';
import { TermCounts } from './term-counts.reader.js';
import { VocabularyReader } from './vocabulary.reader.js';
import { widened } from './widening.js';

export const MOST_RESULTS = 100; // who has not found it among these asks differently, or asks the community

export interface Ranked {
  ids: string[];
  /** How well the words of each fit, in the same order. */
  fits: number[];
  /** Whether PostgreSQL had to answer. */
  degraded: boolean;
  /** Whether these are all that match. */
  whole: boolean;
}

/** A question to ranked threads that the actor may see. Where the candidates come from is the only thing an outage changes. */
@Injectable()
export class RankedSearch {
  private readonly log = new Logger('search');

  constructor(
    private readonly engine: SearchEngine,
    private readonly meilisearch: MeilisearchCandidates,
    private readonly postgres: PostgresCandidates,
    private readonly counts: TermCounts,
    private readonly vocabulary: VocabularyReader,
  ) {}

  async find(actor: Actor, asked: Question, filter: SearchFilter): Promise<Ranked> {
    if (asked.terms.length === 0 || isNowhere(filter)) return { ids: [], fits: [], degraded: false, whole: true };
    const question = widened(asked, await this.vocabulary.current());
    const [{ answer: found, degraded }, begins] = await Promise.all([this.ask((source) => source.find(question, filter)), this.postgres.beginning(question, filter)]);
    const [candidates, corpus] = await Promise.all([this.counts.of(actor, found, question.terms, begins), this.counts.corpus()]);
    const rarities = found.having.map((having) => rarity(having, found.threads));
    const ranked = rank(question, candidates, rarities, corpus).slice(0, MOST_RESULTS);
    return { ids: ranked.map(({ id }) => id), fits: ranked.map(({ fit }) => fit), degraded, whole: found.whole && candidates.length <= MOST_RESULTS };
  }

  /** What matches, counted where candidates come from: for more than can be ranked. */
  async count(asked: Question, filter: SearchFilter): Promise<Matching> {
    if (asked.terms.length === 0 || isNowhere(filter)) return nothingMatches();
    const question = widened(asked, await this.vocabulary.current());
    return (await this.ask((source) => source.count(question, filter))).answer;
  }

  private async ask<T>(one: (source: CandidateSource) => Promise<T>): Promise<{ answer: T; degraded: boolean }> {
    if (this.engine.isConfigured) {
      try {
        return { answer: await one(this.meilisearch), degraded: false };
      } catch (error) {
        if (!(error instanceof CircuitOpen)) this.log.warn(`Meilisearch did not answer, PostgreSQL does: ${reasonOf(error)}`);
      }
    }
    return { answer: await one(this.postgres), degraded: true };
  }
}

/** The client says only that a request failed; why stands in the cause. */
function reasonOf(error: unknown): string {
  const { message, cause } = error as Error;
  return cause instanceof Error ? `${message}: ${cause.message}` : message;
}
