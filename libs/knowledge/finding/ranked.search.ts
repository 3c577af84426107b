import { Injectable, Logger } from '@nestjs/common';
import { CircuitOpen, SearchEngine } from '#platform/search';
import type { Found } from './found.js';
import { MeilisearchCandidates } from './meilisearch.candidates.js';
import { PostgresCandidates } from './postgres.candidates.js';
import type { Question } from './question.js';
import { rank, rarity } from './ranking.js';
import type { SearchFilter } from './search.filter.js';
import { TermCounts } from './term-counts.reader.js';

export const MOST_RESULTS = 100; // who has not found it among these asks differently, or asks the community

export interface Ranked {
  ids: string[];
  /** Whether PostgreSQL had to answer. */
  degraded: boolean;
  total: number;
}

/** A question to ranked threads. Where the candidates come from is the only thing an outage changes. */
@Injectable()
export class RankedSearch {
  private readonly log = new Logger('search');

  constructor(
    private readonly engine: SearchEngine,
    private readonly meilisearch: MeilisearchCandidates,
    private readonly postgres: PostgresCandidates,
    private readonly counts: TermCounts,
  ) {}

  async find(question: Question, filter: SearchFilter): Promise<Ranked> {
    if (question.terms.length === 0) return { ids: [], degraded: false, total: 0 };
    const { found, degraded } = await this.candidates(question, filter);
    const [candidates, corpus] = await Promise.all([this.counts.of(found, question.terms), this.counts.corpus()]);
    const rarities = found.having.map((having) => rarity(having, found.threads));
    const ids = rank(question.mode, candidates, rarities, corpus).slice(0, MOST_RESULTS).map(({ id }) => id);
    return { ids, degraded, total: Math.max(found.total, ids.length) };
  }

  private async candidates(question: Question, filter: SearchFilter): Promise<{ found: Found; degraded: boolean }> {
    if (this.engine.isConfigured) {
      try {
        return { found: await this.meilisearch.find(question, filter), degraded: false };
      } catch (error) {
        if (!(error instanceof CircuitOpen)) this.log.warn(`Meilisearch did not answer, PostgreSQL does: ${reasonOf(error)}`);
      }
    }
    return { found: await this.postgres.find(question, filter), degraded: true };
  }
}

/** The client says only that a request failed; why stands in the cause. */
function reasonOf(error: unknown): string {
  const { message, cause } = error as Error;
  return cause instanceof Error ? `${message}: ${cause.message}` : message;
}
