import { Injectable } from '@nestjs/common';
import type { MultiSearchQuery } from 'meilisearch';
import { SearchEngine, SearchRefused } from '#platform/search';
import { STEMS_FIELD, TEXT_FIELDS, THREADS, TITLE_STEMS_FIELD } from '../indexing/threads.index.js';
import { type CandidateSource, type Found, likeliest, MOST_CANDIDATES } from './found.js';
import type { Matching } from './matching.js';
import type { Question } from './question.js';
import { soughtStems } from './widening.js';
import { rarity } from './ranking.js';
import { type Facet, FACETS, type SearchFilter } from './search.filter.js';

const RARE = 60; // threads that have a stem: so few are all looked at; each costs Meilisearch a fiftieth of a millisecond
const RAREST = 6; // of the other stems: those that are looked for together
const TOGETHER = 100;
const IN_TITLE = 30;
const PAIRED = 4; // of these again, two by two in titles: what shares two rather common words with a title is what is meant more often than what shares the rarest
const PER_PAIR = 12;
const AS_TYPED = 60;

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

interface Counted {
  estimatedTotalHits: number;
  /** By the name of the index: of each attribute, how many have which value. */
  facetsByIndex: Record<string, { distribution: Record<string, Record<string, number>> }>;
}

interface Answer {
  hits: { id: string; _rankingScore?: number }[];
  estimatedTotalHits: number;
}

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
    const typed = asTyped(base, question).map((query) => ({ ...query, limit: AS_TYPED, showRankingScore: true }));
    const looks = [...stems.map((stem) => alone(base, stem, isCommon(question, stem))), ...several(base, stems.filter((stem) => isCommon(question, stem)).sort((a, b) => question.spread.get(a)! - question.spread.get(b)!))];
    const [all, ...answers] = await this.ask([{ ...base, q: '', limit: 0 }, ...typed, ...looks.map(({ query }) => query)]);

    const [read, looked] = [answers.slice(0, typed.length), answers.slice(typed.length)];
    const threads = all!.estimatedTotalHits;
    const counts = new Map(stems.map((stem, i) => [stem, looked[i]!.estimatedTotalHits]));
    const having = question.terms.map((term) => Math.max(...soughtStems(term).map((stem) => counts.get(stem)!)));

    const sharing = new Map<string, number>();
    for (const [i, { stems, tells }] of looks.entries()) {
      const worth = tells * stems.reduce((sum, stem) => sum + rarity(counts.get(stem)!, threads), 0);
      for (const { id } of looked[i]!.hits) sharing.set(id, (sharing.get(id) ?? 0) + worth);
    }
    const liking = new Map(likeliest(sharing, MOST_CANDIDATES).map((id) => [id, 0]));
    for (const { id, _rankingScore } of read.flatMap(({ hits }) => hits)) liking.set(id, Math.max(liking.get(id) ?? 0, _rankingScore ?? 0));
    const whole = sharing.size <= MOST_CANDIDATES && [...read, ...looked.slice(0, stems.length)].every(({ hits, estimatedTotalHits }) => hits.length >= estimatedTotalHits);
    return { liking, having, threads, whole };
  }

  /** The same queries as one, without their hits: Meilisearch counts what any of them finds once, and its facets with it. */
  async count(question: Question, filter: SearchFilter): Promise<Matching> {
    const base = await this.base(filter);
    const queries = [...asTyped(base, question), ...stemsOf(question).map((stem) => onStem(base, stem))];
    const facets = Object.values(FACET_FIELDS);
    const counted = await this.read<Counted>({ federation: { limit: 0, facetsByIndex: { [base.indexUid]: facets } }, queries }, { estimatedTotalHits: 0, facetsByIndex: {} });
    const distribution = counted.facetsByIndex[base.indexUid]?.distribution ?? {};
    const values = Object.fromEntries(FACETS.map((facet) => [facet, new Map(Object.entries(distribution[FACET_FIELDS[facet]] ?? {}))])) as Matching['values'];
    return { total: counted.estimatedTotalHits, values };
  }

  private async base(filter: SearchFilter) {
    return { indexUid: await this.engine.nameOf(THREADS.name), filter: filterOf(filter), attributesToRetrieve: ['id'] };
  }

  private async ask(queries: MultiSearchQuery[]): Promise<Answer[]> {
    return (await this.read<{ results: Answer[] }>({ queries }, { results: queries.map(() => ({ hits: [], estimatedTotalHits: 0 })) })).results;
  }

  private async read<T>(asked: object, nothing: T): Promise<T> {
    try {
      return await this.engine.search<T>(asked);
    } catch (error) {
      if (!hasNoDocuments(error)) throw error;
      return nothing;
    }
  }
}

/** An index that never held a document knows no field to search in, and says so as an error: a new community is no outage. */
function hasNoDocuments(error: unknown): boolean {
  return error instanceof SearchRefused && error.code === 'invalid_search_attributes_to_search_on';
}

type Base = { indexUid: string; filter: string[]; attributesToRetrieve: string[] };

/** A query, the stems that what it finds has, and how much that says. */
interface Look {
  query: MultiSearchQuery;
  stems: readonly string[];
  tells: number;
}

function isCommon({ spread }: Question, stem: string): boolean {
  return (spread.get(stem) ?? 0) > RARE;
}

/** The threads that have a stem: all of a rare one, and of a common one their number alone. */
function alone(base: Base, stem: string, isCommon: boolean): Look {
  return { query: { ...onStem(base, stem), limit: isCommon ? 0 : RARE }, stems: [stem], tells: 1 };
}

/** The threads that have several of the stems, the rarest first. */
function several(base: Base, common: readonly string[]): Look[] {
  const rarest = common.slice(0, RAREST);
  if (rarest.length === 0) return [];
  const few = rarest.slice(0, PAIRED);
  const pairs = few.flatMap((one, at) => few.slice(at + 1).map((other) => [one, other]));
  return [
    { query: { ...together(base, rarest, STEMS_FIELD), limit: TOGETHER }, stems: rarest, tells: 0.5 },
    { query: { ...together(base, rarest, TITLE_STEMS_FIELD), limit: IN_TITLE }, stems: rarest, tells: 0.5 },
    ...pairs.map((stems) => ({ query: { ...together(base, stems, TITLE_STEMS_FIELD), matchingStrategy: 'all' as const, limit: PER_PAIR }, stems, tells: 1 })),
  ];
}

/** All of them, or without the commonest. A blank behind each, so that the last one is no word begun. */
function together(base: Base, stems: readonly string[], field: string) {
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
