import { Injectable } from '@nestjs/common';
import { type Meilisearch, MeilisearchApiError, type MultiSearchQuery } from 'meilisearch';
import { SearchEngine } from '#platform/search';
import { STEMS_FIELD, TEXT_FIELDS, THREADS } from '../indexing/threads.index.js';
import { type CandidateSource, type Found, likeliest, MOST_CANDIDATES } from './found.js';
import type { Question } from './question.js';
import { rarity } from './ranking.js';
import type { SearchFilter } from './search.filter.js';

const PER_STEM = 50; // threads of one stem: all of them where it is rare, and where it is not it says little
const RAREST = 6; // stems that are looked for together
const TOGETHER = 100;
const AS_TYPED = 100;

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
    const indexUid = await this.engine.nameOf(THREADS.name);
    const base = { indexUid, filter: filterOf(filter), attributesToRetrieve: ['id'] };
    const stems = question.terms.flatMap((term) => term.stems);
    const typed = { ...base, q: typedText(question), limit: AS_TYPED, attributesToSearchOn: TEXT_FIELDS, showRankingScore: true };
    const asTyped = readings(question.mode).map((reading) => ({ ...typed, ...reading }));
    const [all, ...rest] = await this.ask([{ ...base, q: '', limit: 0 }, ...asTyped, ...stems.map((stem) => ({ ...onStems(base, `"${stem}"`), limit: PER_STEM }))]);

    const [read, perStem] = [rest.slice(0, asTyped.length), rest.slice(asTyped.length)];
    const threads = all!.estimatedTotalHits;
    const counts = new Map(stems.map((stem, i) => [stem, perStem[i]!.estimatedTotalHits]));
    const having = question.terms.map((term) => Math.max(...term.stems.map((stem) => counts.get(stem)!)));

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
    return { liking, having, threads, total: Math.max(...read.map(({ estimatedTotalHits }) => estimatedTotalHits), liking.size) };
  }

  private async ask(queries: MultiSearchQuery[]): Promise<{ hits: Hit[]; estimatedTotalHits: number }[]> {
    const results = await this.engine.read(async (client: Meilisearch) => {
      try {
        return (await client.multiSearch<{ queries: MultiSearchQuery[] }, Hit>({ queries })).results;
      } catch (error) {
        if (!hasNoDocuments(error)) throw error;
        return queries.map(() => ({ hits: [], estimatedTotalHits: 0 }));
      }
    });
    return results.map(({ hits, estimatedTotalHits }) => ({ hits, estimatedTotalHits: estimatedTotalHits ?? 0 }));
  }
}

/** An index that never held a document knows no field to search in, and says so as an error: a new community is no outage. */
function hasNoDocuments(error: unknown): boolean {
  return error instanceof MeilisearchApiError && error.cause?.code === 'invalid_search_attributes_to_search_on';
}

function onStems(base: { indexUid: string }, q: string) {
  return { ...base, q, attributesToSearchOn: [STEMS_FIELD] };
}

/** Of a sentence only the words that say something: Meilisearch takes ten, and would spend them on "how can I". */
function typedText({ mode, text, terms }: Question): string {
  // a quotation mark or a minus would be an order to Meilisearch; here it is part of what was typed
  return mode === 'typing' ? text.replace(/"|(^|\s)-+/g, ' ') : [...new Set(terms.map((term) => term.word))].join(' ');
}

function filterOf({ categoryIds, tagId, solved }: SearchFilter): string[] {
  return [
    ...(categoryIds ? [`categoryId IN [${categoryIds.join(', ')}]`] : []),
    ...(tagId !== null ? [`tagIds = ${tagId}`] : []),
    ...(solved !== null ? [`solved = ${solved}`] : []),
  ];
}
