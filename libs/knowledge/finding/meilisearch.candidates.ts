import { Injectable } from '@nestjs/common';
import { type FederatedMultiSearchParams, type Meilisearch, MeilisearchApiError, type MultiSearchQuery } from 'meilisearch';
import { SearchEngine } from '#platform/search';
import { STEMS_FIELD, TEXT_FIELDS, THREADS, TITLE_STEMS_FIELD } from '../indexing/threads.index.js';
import { type CandidateSource, type Found, likeliest, MOST_CANDIDATES } from './found.js';
import { type Matching, nothingMatches } from './matching.js';
import type { Question } from './question.js';
import { soughtStems } from './widening.js';
import { rarity } from './ranking.js';
import { type Facet, FACETS, type SearchFilter } from './search.filter.js';

const RARE = 60; // threads that have a stem: so few are all looked at; each costs Meilisearch a fiftieth of a millisecond
const RAREST = 6; // of the other stems: those that are looked for together
const TOGETHER = 100;
const IN_TITLE = 30;
const PAIRED = 5; // of these again, two by two in titles: what shares two rather common words with a title is what is meant more often than what shares the rarest
const PER_PAIR = 12;
const AS_TYPED = 100;

/** The attributes of a document that hold a facet's values. */
const FACET_FIELDS: Record<Facet, string> = { category: 'categoryId', tag: 'tagIds', state: 'states', kind: 'kind', language: 'language' };

/**
 * The words as typed are read twice. German takes compounds apart, and a mistyped or foreign word too, into parts that nobody meant: all of
 * them must be there. English leaves a word whole, and then the mistake is forgiven.
 */
const READINGS = [
  { locales: ['deu' as const], matchingStrategy: 'all' as const },
  { locales: ['eng' as const], matchingStrategy: 'frequency' as const },
];

type Hit = { id: string; _rankingScore?: number };

/**
 * Asks Meilisearch in a way that suits it: one query for each stem, which tells how rare it is and brings the threads of those that are; for the
 * others what has them together, wherever they stand and in titles; and, of a few words, one for the words as typed, which forgives typing mistakes,
 * completes the last word and takes compounds apart: of a sentence that is dear, and the vocabulary does as much.
 */
@Injectable()
export class MeilisearchCandidates implements CandidateSource {
  constructor(private readonly engine: SearchEngine) {}

  async find(question: Question, filter: SearchFilter): Promise<Found> {
    const base = await this.base(filter);
    const stems = stemsOf(question);
    const isCommon = (stem: string) => (question.spread.get(stem) ?? 0) > RARE;
    const typed = asTyped(base, question).map((query) => ({ ...query, limit: AS_TYPED, showRankingScore: true }));
    const together = stems.filter(isCommon).sort((a, b) => question.spread.get(a)! - question.spread.get(b)!).slice(0, RAREST);
    const [all, ...rest] = await this.ask([
      { ...base, q: '', limit: 0 },
      ...typed,
      ...stems.map((stem) => ({ ...onStem(base, stem), limit: isCommon(stem) ? 0 : RARE })),
      ...(together.length > 0 ? [{ ...onStems(base, together), limit: TOGETHER }, { ...onStems(base, together, TITLE_STEMS_FIELD), limit: IN_TITLE }] : []),
      ...pairs(together.slice(0, PAIRED)).map((pair) => ({ ...onStems(base, pair, TITLE_STEMS_FIELD), matchingStrategy: 'all' as const, limit: PER_PAIR })),
    ]);

    const [read, perStem, several] = [rest.slice(0, typed.length), rest.slice(typed.length, typed.length + stems.length), rest.slice(typed.length + stems.length)];
    const threads = all!.estimatedTotalHits;
    const counts = new Map(stems.map((stem, i) => [stem, perStem[i]!.estimatedTotalHits]));
    const having = question.terms.map((term) => Math.max(...soughtStems(term).map((stem) => counts.get(stem)!)));

    const sharing = new Map<string, number>();
    const worth = (stem: string) => rarity(counts.get(stem)!, threads);
    const share = (hits: Hit[], worth: number) => hits.forEach(({ id }) => sharing.set(id, (sharing.get(id) ?? 0) + worth));
    perStem.forEach(({ hits }, i) => share(hits, worth(stems[i]!)));
    for (const { hits } of several) share(hits, together.reduce((sum, stem) => sum + worth(stem), 0) / 2);

    const liking = new Map(likeliest(sharing, MOST_CANDIDATES).map((id) => [id, 0]));
    for (const { id, _rankingScore } of read.flatMap(({ hits }) => hits)) liking.set(id, Math.max(liking.get(id) ?? 0, _rankingScore ?? 0));
    const whole = sharing.size <= MOST_CANDIDATES && [...read, ...perStem].every(({ hits, estimatedTotalHits }) => hits.length >= estimatedTotalHits);
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

/** A blank behind each, so that the last one is no word begun. */
function onStems(base: Base, stems: readonly string[], field = STEMS_FIELD) {
  return { ...base, q: stems.map((stem) => `${stem} `).join(''), attributesToSearchOn: [field], matchingStrategy: 'frequency' as const };
}

function onStem(base: Base, stem: string) {
  return { ...base, q: `"${stem}"`, attributesToSearchOn: [STEMS_FIELD] };
}

function asTyped(base: Base, { mode, text }: Question) {
  if (mode === 'asking') return [];
  // a quotation mark or a minus would be an order to Meilisearch; here it is part of what was typed
  const q = text.replace(/"|(^|\s)-+/g, ' ');
  return READINGS.map((reading) => ({ ...base, q, attributesToSearchOn: TEXT_FIELDS, ...reading }));
}

function stemsOf({ terms }: Question): string[] {
  return [...new Set(terms.flatMap(soughtStems))];
}

function pairs(stems: readonly string[]): [string, string][] {
  return stems.flatMap((one, at) => stems.slice(at + 1).map((other): [string, string] => [one, other]));
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
