import { Injectable } from '@nestjs/common';
import { PrivateDataCheck, type ThreadRow, ThreadReader } from '#forum';
import type { Actor } from '#platform/access';
import { plainText } from '#platform/content';
import { encodeCursor, type Page } from '#platform/database';
import type { SearchFacets } from './facet.type.js';
import { apart, entryKey, isEntryDocument } from './document.key.js';
import { EntryReader } from './entries/entry.reader.js';
import type { KnowledgeEntry } from './entries/entry.type.js';
import { GapCollector } from './gaps/gap.collector.js';
import { confidenceOf, QUIET_BELOW } from './finding/confidence.js';
import { FacetReader } from './finding/facet.reader.js';
import { MatchReader } from './finding/match.reader.js';
import type { Count } from './finding/matching.js';
import { type Question, understand } from './finding/question.js';
import type { Ranked } from './finding/ranked.search.js';
import { SameAnswers } from './finding/same.answers.js';
import { type Narrowing, type SearchFilter, SearchFilters } from './finding/search.filter.js';
import { MeaningSearch } from './meaning/meaning.search.js';
import { type Segment, snippetOf } from './finding/snippet.js';
import { SnippetReader } from './finding/snippet.reader.js';

/** What was found: a thread, or an entry of the knowledge base. */
export interface Hit {
  thread: ThreadRow | null;
  entry: KnowledgeEntry | null;
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

interface Shown {
  thread: ThreadRow | null;
  entry: KnowledgeEntry | null;
  /** Its place among those that were asked for. */
  rank: number;
}

interface Found extends Ranked {
  question: Question;
  filter: SearchFilter;
}

/** Search and suggestions: understand, find, rank what the actor may see, read what is shown of it. */
@Injectable()
export class SearchService {
  constructor(
    private readonly ranked: MeaningSearch,
    private readonly same: SameAnswers,
    private readonly filters: SearchFilters,
    private readonly threads: ThreadReader,
    private readonly entries: EntryReader,
    private readonly snippets: SnippetReader,
    private readonly matches: MatchReader,
    private readonly facets: FacetReader,
    private readonly privateData: PrivateDataCheck,
    private readonly gaps: GapCollector,
  ) {}

  /** A page of what answers best. `page.from`: the rank behind which it begins. */
  async search(actor: Actor, asked: Narrowing & { text: string }, page: Page): Promise<Results> {
    const { question, filter, ids, fits, degraded, whole } = await this.found(actor, asked);
    let known: Promise<Count> | undefined;
    const count: Count = async (narrowed) => (await (known ??= this.matches.of(actor, question)))(narrowed);
    const from = Math.max(0, Number(page.from?.[0] ?? 0));
    if (from === 0 && !actor.isStaff && isWhole(asked) && isMissed(question, fits)) this.gaps.noted(question, ids.find((id) => !isEntryDocument(id)) ?? null);
    const onPage = ids.slice(from, from + page.limit);
    const [shown, snippets] = await Promise.all([this.read(actor, onPage), this.snippets.of(actor, apart(onPage).threads, question)]);
    const snippetFor = ({ thread, entry }: Shown) => (entry ? snippetOf(plainText(entry.html), question) : (snippets.get(thread!.key) ?? []));
    const edges = shown.map((document) => ({ cursor: encodeCursor([from + document.rank + 1]), node: { thread: document.thread, entry: document.entry, snippet: snippetFor(document) } }));
    const pageInfo = {
      hasNextPage: from + onPage.length < ids.length,
      hasPreviousPage: from > 0,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    };
    return {
      edges, nodes: edges.map((edge) => edge.node), pageInfo, degraded,
      estimatedTotal: async () => (whole ? ids.length : Math.max((await count(filter)).total, ids.length)),
      facets: () => this.facets.of(count, asked, filter),
    };
  }

  /** What may already answer what somebody is about to ask: rather nothing than something wrong. A few words may be the beginning of many. */
  async suggest(actor: Actor, text: string, first: number): Promise<{ nodes: Shown[]; threads: ThreadRow[]; entries: KnowledgeEntry[]; confidence: number; degraded: boolean }> {
    const said = (await this.privateData.masked([{ field: 'text', text }])).get('text')!; // nobody's number answers anything
    const { question, ids, fits, degraded } = await this.found(actor, { text: said });
    const likely = question.mode === 'typing' ? ids : ids.filter((_, rank) => confidenceOf(fits[rank]!) >= QUIET_BELOW);
    const shown = await this.read(actor, likely.slice(0, first));
    return {
      nodes: shown, threads: shown.flatMap(({ thread }) => thread ?? []), entries: shown.flatMap(({ entry }) => entry ?? []),
      confidence: fits.reduce((most, fit) => Math.max(most, confidenceOf(fit)), 0), degraded,
    };
  }

  private async found(actor: Actor, { text, ...narrowing }: Narrowing & { text: string }): Promise<Found> {
    const question = understand(text);
    const filter = await this.filters.resolve(narrowing);
    const ranked = await this.ranked.find(actor, question, filter);
    return { question, filter, ...ranked, ...(await this.same.once(ranked.ids, ranked.fits)) };
  }

  /** What is shown of them, in their order; what was hidden a moment ago is left out. */
  private async read(actor: Actor, ids: readonly string[]): Promise<Shown[]> {
    const keys = apart(ids);
    const [threads, entries] = await Promise.all([
      keys.threads.length > 0 ? this.threads.byIds(actor, keys.threads) : NO_THREADS,
      keys.entries.length > 0 ? this.entries.byIds(actor, keys.entries) : NO_ENTRIES,
    ]);
    return ids.flatMap((id, rank): Shown[] => {
      const [thread, entry] = isEntryDocument(id) ? [null, entries.get(entryKey(id)) ?? null] : [threads.get(id) ?? null, null];
      return thread?.state === 'visible' || entry?.isPublic ? [{ thread, entry, rank }] : [];
    });
  }
}

const NO_THREADS: ReadonlyMap<string, ThreadRow> = new Map();
const NO_ENTRIES: ReadonlyMap<string, KnowledgeEntry> = new Map();

/** Whether all of the community was looked through: what is only elsewhere is no gap. */
function isWhole(asked: Narrowing & { text: string }): boolean {
  return Object.entries(asked).every(([name, value]) => name === 'text' || value === undefined);
}

/** A question that nothing answers well; a few words, which fit much, only where they find nothing. */
function isMissed({ mode, terms }: Question, fits: readonly number[]): boolean {
  if (terms.length === 0) return false;
  return mode === 'typing' ? fits.length === 0 : fits.every((fit) => confidenceOf(fit) < QUIET_BELOW);
}
