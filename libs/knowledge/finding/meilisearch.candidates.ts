import { Injectable } from '@nestjs/common';
import { type FederatedMultiSearchParams, type Meilisearch, MeilisearchApiError, type MultiSearchQuery } from 'meilisearch';
import { SearchEngine } from '#platform/search';
import { STEMS_FIELD, TEXT_FIELDS, THREADS } from '../indexing/threads.index.js';
import { type CandidateSource, type Found, likeliest, MOST_CANDIDATES } from './found.js';
import { type Matching, nothingMatches } from './matching.js';
import type { Question } from './question.js';
import { soughtStems } from './widening.js';
import { rarity } from './ranking.js';
import { type Facet, FACETS, type SearchFilter } from './search.filter.js';

const PER_STEM = 50; // threads of one stem: all of them where it is rare, and where it is not it says little
const RAREST = 6; // stems that are looked for together
const TOGETHER = 100;
const AS_TYPED = 100;

/** The attributes of a document that hold a facet's values. */
const FACET_FIELDS: Record<Facet, string> = { category: 'categoryId', tag: 'tagIds', state: 'states', kind: 'kind', language: 'language' };

/**
 * The words as typed are read twice. German takes compounds apart, and a mistyped or foreign word too, into parts that nobody meant: of a few
 * typed words all parts must be there. English leaves a word whole, and then the mistake is forgiven.
 */
function readings(mode: Question['mode']) {
  return [
    { locales: ['deu' as const], matchingStrategy: mode === 'typing' ? ('all' as const) : ('frequency' as const) },
    { locales: ['eng' as const], matchingStrategy: 'frequency' as const },
  ];
}

type Hit = { id: string; _rankingScore?: number };

/**
 * Asks Meilisearch in a way that suits it: one query for each stem, which also tells how rare it is; one for the rarest together;
 * and one for the words as typed, which forgives typing mistakes, completes the last word and takes compounds apart.
 */
@Injectable()
export class MeilisearchCandidates implements CandidateSource {
  constructor(private readonly engine: SearchEngine) {}

  async find(question: Question, filter: SearchFilter): Promise<Found> {
    const base = await this.base(filter);
    const stems = stemsOf(question);
    const typed = asTyped(base, question).map((query) => ({ ...query, limit: AS_TYPED, showRankingScore: true }));
    const [all, ...rest] = await this.ask([{ ...base, q: '', limit: 0 }, ...typed, ...stems.map((stem) => ({ ...onStem(base, stem), limit: PER_STEM }))]);

    const [read, perStem] = [rest.slice(0, typed.length), rest.slice(typed.length)];
    const threads = all!.estimatedTotalHits;
    const counts = new Map(stems.map((stem, i) => [stem, perStem[i]!.estimatedTotalHits]));
    const having = question.terms.map((term) => Math.max(...soughtStems(term).map((stem) => counts.get(stem)!)));

    const sharing = new Map<string, number>();
    const share = (hits: Hit[], worth: number) => hits.forEach(({ id }) => sharing.set(id, (sharing.get(id) ?? 0) + worth));
    perStem.forEach(({ hits }, i) => share(hits, rarity(counts.get(stems[i]!)!, threads)));
    // where the rare ones came in whole, nothing is left to be found by several together
    const cut = stems.filter((stem) => counts.get(stem)! > PER_STEM);
    if (cut.length > 0) {
      const rarest = stems.filter((stem) => counts.get(stem)! > 0).sort((a, b) => counts.get(a)! - counts.get(b)!).slice(0, RAREST);
      const worth = rarest.reduce((sum, stem) => sum + rarity(counts.get(stem)!, threads), 0);
      const [together] = await this.ask([{ ...onStems(base, rarest.map((stem) => `${stem} `).join('')), limit: TOGETHER, matchingStrategy: 'frequency' }]);
      share(together!.hits, worth / 2);
    }

    const liking = new Map(likeliest(sharing, MOST_CANDIDATES).map((id) => [id, 0]));
    for (const { id, _rankingScore } of read.flatMap(({ hits }) => hits)) liking.set(id, Math.max(liking.get(id) ?? 0, _rankingScore ?? 0));
    const whole = sharing.size <= MOST_CANDIDATES && rest.every(({ hits, estimatedTotalHits }) => hits.length >= estimatedTotalHits);
    return { liking, having, threads, whole };
  }

  /** The same queries as one, without their hits: Meilisearch counts what any of them finds once, and its facets with it. */
  async count(question: Question, filter: SearchFilter): Promise<Matching> {
    const base = await this.base(filter);
    const queries = [...asTyped(base, question), ...stemsOf(question).map((stem) => onStem(base, stem))];
    const facets = Object.values(FACET_FIELDS);
    return this.read(async (client) => {
      const counted = await client.multiSearch<FederatedMultiSearchParams, Hit>({ federation: { limit: 0, facetsByIndex: { [base.indexUid]: facets } }, queries });
      const distribution = counted.facetsByIndex?.[base.indexUid]?.distribution ?? {};
      const values = Object.fromEntries(FACETS.map((facet) => [facet, new Map(Object.entries(distribution[FACET_FIELDS[facet]] ?? {}))])) as Matching['values'];
      return { total: counted.estimatedTotalHits ?? 0, values };
    }, nothingMatches());
  }

  private async base(filter: SearchFilter) {
    return { indexUid: await this.engine.nameOf(THREADS.name), filter: filterOf(filter), attributesToRetrieve: ['id'] };
  }

  private async ask(queries: MultiSearchQuery[]): Promise<{ hits: Hit[]; estimatedTotalHits: number }[]> {
    const nothing = queries.map(() => ({ hits: [], estimatedTotalHits: 0 }));
    return this.read(async (client) => {
      const { results } = await client.multiSearch<{ queries: MultiSearchQuery[] }, Hit>({ queries });
      return results.map(({ hits, estimatedTotalHits }) => ({ hits, estimatedTotalHits: estimatedTotalHits ?? 0 }));
    }, nothing);
  }

  private read<T>(ask: (client: Meilisearch) => Promise<T>, nothing: T): Promise<T> {
    return this.engine.read(async (client) => {
      try {
        return await ask(client);
      } catch (error) {
        if (!hasNoDocuments(error)) throw error;
        return nothing;
      }
    });
  }
}

/** An index that never held a document knows no field to search in, and says so as an error: a new community is no outage. */
function hasNoDocuments(error: unknown): boolean {
  return error instanceof MeilisearchApiError && error.cause?.code === 'invalid_search_attributes_to_search_on';
}

type Base = { indexUid: string; filter: string[]; attributesToRetrieve: string[] };

function onStems(base: Base, q: string) {
  return { ...base, q, attributesToSearchOn: [STEMS_FIELD] };
}

function onStem(base: Base, stem: string) {
  return onStems(base, `"${stem}"`);
}

function asTyped(base: Base, question: Question) {
  return readings(question.mode).map((reading) => ({ ...base, q: typedText(question), attributesToSearchOn: TEXT_FIELDS, ...reading }));
}

function stemsOf({ terms }: Question): string[] {
  return [...new Set(terms.flatMap(soughtStems))];
}

/** Of a sentence only the words that say something: Meilisearch takes ten, and would spend them on "how can I". */
function typedText({ mode, text, terms }: Question): string {
  // a quotation mark or a minus would be an order to Meilisearch; here it is part of what was typed
  return mode === 'typing' ? text.replace(/"|(^|\s)-+/g, ' ') : [...new Set(terms.map((term) => term.word))].join(' ');
}

function filterOf({ categoryIds, tagId, solved, state, kind, language }: SearchFilter): string[] {
  return [
    ...(categoryIds ? [`categoryId IN [${categoryIds.join(', ')}]`] : []),
    ...(tagId !== null ? [`tagIds = ${tagId}`] : []),
    ...(solved !== null ? [`solved = ${solved}`] : []),
    ...(state !== null ? [`states = ${state}`] : []),
    ...(kind !== null ? [`kind = ${kind}`] : []),
    ...(language !== null ? [`language = ${language}`] : []),
  ];
}
