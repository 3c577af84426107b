import { Injectable } from '@nestjs/common';
import { PrivateDataCheck, type ThreadRow, ThreadReader } from '#forum';
import type { Actor } from '#platform/access';
import { encodeCursor, type Page } from '#platform/database';
import type { SearchFacets } from './facet.type.js';
import { GapCollector } from './gaps/gap.collector.js';
import { confidenceOf, QUIET_BELOW } from './finding/confidence.js';
import { FacetReader } from './finding/facet.reader.js';
import { MatchReader } from './finding/match.reader.js';
import type { Count } from './finding/matching.js';
import { type Question, understand } from './finding/question.js';
import { RankedSearch } from './finding/ranked.search.js';
import { type Narrowing, type SearchFilter, SearchFilters } from './finding/search.filter.js';
import type { Segment } from './finding/snippet.js';
import { SnippetReader } from './finding/snippet.reader.js';

/** A thread that was found. */
export interface Hit {
  thread: ThreadRow;
  snippet: Segment[];
}

export interface Results {
  edges: { cursor: string; node: Hit }[];
  nodes: Hit[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
  degraded: boolean;
  /** How many match; only counted where somebody asks. */
  estimatedTotal: () => Promise<number>;
  /** What the search can be narrowed to; only counted where somebody asks. */
  facets: () => Promise<SearchFacets>;
}

interface Seen {
  question: Question;
  filter: SearchFilter;
  threads: ThreadRow[];
  /** How well the words of each fit, by its key. */
  fits: Map<string, number>;
  degraded: boolean;
  /** Whether these are all that match. */
  whole: boolean;
}

/** Search and suggestions: understand, find, rank, read again what the actor may see. */
@Injectable()
export class SearchService {
  constructor(
    private readonly ranked: RankedSearch,
    private readonly filters: SearchFilters,
    private readonly threads: ThreadReader,
    private readonly snippets: SnippetReader,
    private readonly matches: MatchReader,
    private readonly facets: FacetReader,
    private readonly privateData: PrivateDataCheck,
    private readonly gaps: GapCollector,
  ) {}

  /** A page of the threads that answer best. `page.from`: the rank behind which it begins. */
  async search(actor: Actor, asked: Narrowing & { text: string }, page: Page): Promise<Results> {
    const { question, filter, threads, fits, degraded, whole } = await this.seen(actor, asked);
    let known: Promise<Count> | undefined;
    const count: Count = async (narrowed) => (await (known ??= this.matches.of(actor, question)))(narrowed);
    const from = Math.max(0, Number(page.from?.[0] ?? 0));
    if (from === 0 && !actor.isStaff && isWhole(asked) && isMissed(question, threads.map(({ key }) => fits.get(key)!))) this.gaps.noted(question, threads[0]?.key ?? null);
    const shown = threads.slice(from, from + page.limit);
    const snippets = await this.snippets.of(actor, shown.map((thread) => thread.key), question);
    const edges = shown.map((thread, i) => ({ cursor: encodeCursor([from + i + 1]), node: { thread, snippet: snippets.get(thread.key) ?? [] } }));
    const pageInfo = {
      hasNextPage: from + shown.length < threads.length,
      hasPreviousPage: from > 0,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    };
    return {
      edges, nodes: edges.map((edge) => edge.node), pageInfo, degraded,
      estimatedTotal: async () => (whole ? threads.length : Math.max((await count(filter)).total, threads.length)),
      facets: () => this.facets.of(count, asked, filter),
    };
  }

  /** Threads that may already answer what somebody is about to ask: rather none than wrong ones. A few words may be the beginning of many. */
  async suggest(actor: Actor, text: string, first: number): Promise<{ threads: ThreadRow[]; confidence: number; degraded: boolean }> {
    const said = (await this.privateData.masked([{ field: 'text', text }])).get('text')!; // nobody's number answers anything
    const { question, threads, fits, degraded } = await this.seen(actor, { text: said });
    const confidence = ({ key }: ThreadRow) => confidenceOf(fits.get(key)!);
    const likely = question.mode === 'typing' ? threads : threads.filter((thread) => confidence(thread) >= QUIET_BELOW);
    return { threads: likely.slice(0, first), confidence: threads.reduce((most, thread) => Math.max(most, confidence(thread)), 0), degraded };
  }

  /** The index holds what guests may see, and may be a moment late: what the actor may see is decided here. */
  private async seen(actor: Actor, { text, ...narrowing }: Narrowing & { text: string }): Promise<Seen> {
    const question = understand(text);
    const filter = await this.filters.resolve(narrowing);
    const { ids, fits, degraded, whole } = await this.ranked.find(question, filter);
    const visible = await this.threads.byIds(actor, ids);
    // and what guests no longer see is found by nobody: those who review have other ways to it
    const threads = ids.flatMap((id) => visible.get(id) ?? []).filter(({ state }) => state === 'visible');
    return { question, filter, threads, fits: new Map(ids.map((id, n) => [id, fits[n]!])), degraded, whole };
  }
}

/** Whether all of the community was looked through: what is only elsewhere is no gap. */
function isWhole(asked: Narrowing & { text: string }): boolean {
  return Object.entries(asked).every(([name, value]) => name === 'text' || value === undefined);
}

/** A question that nothing answers well; a few words, which fit much, only where they find nothing. */
function isMissed({ mode, terms }: Question, fits: readonly number[]): boolean {
  if (terms.length === 0) return false;
  return mode === 'typing' ? fits.length === 0 : fits.every((fit) => confidenceOf(fit) < QUIET_BELOW);
}
