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

interface Found {
  thread: ThreadRow | null;
  entry: KnowledgeEntry | null;
  /** How well its words fit. */
  fit: number;
}

interface Seen {
  question: Question;
  filter: SearchFilter;
  found: Found[];
  degraded: boolean;
  /** Whether these are all that match. */
  whole: boolean;
}

/** Search and suggestions: understand, find, rank, read again what the actor may see. */
@Injectable()
export class SearchService {
  constructor(
    private readonly ranked: MeaningSearch,
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
    const { question, filter, found, degraded, whole } = await this.seen(actor, asked);
    let known: Promise<Count> | undefined;
    const count: Count = async (narrowed) => (await (known ??= this.matches.of(actor, question)))(narrowed);
    const from = Math.max(0, Number(page.from?.[0] ?? 0));
    if (from === 0 && !actor.isStaff && isWhole(asked) && isMissed(question, found)) this.gaps.noted(question, found.find(({ thread }) => thread)?.thread?.key ?? null);
    const shown = found.slice(from, from + page.limit);
    const snippets = await this.snippets.of(actor, shown.flatMap(({ thread }) => thread?.key ?? []), question);
    const snippetFor = ({ thread, entry }: Found) => (entry ? snippetOf(plainText(entry.html), question) : (snippets.get(thread!.key) ?? []));
    const edges = shown.map((each, i) => ({ cursor: encodeCursor([from + i + 1]), node: { thread: each.thread, entry: each.entry, snippet: snippetFor(each) } }));
    const pageInfo = {
      hasNextPage: from + shown.length < found.length,
      hasPreviousPage: from > 0,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    };
    return {
      edges, nodes: edges.map((edge) => edge.node), pageInfo, degraded,
      estimatedTotal: async () => (whole ? found.length : Math.max((await count(filter)).total, found.length)),
      facets: () => this.facets.of(count, asked, filter),
    };
  }

  /** What may already answer what somebody is about to ask: rather nothing than something wrong. A few words may be the beginning of many. */
  async suggest(actor: Actor, text: string, first: number): Promise<{ nodes: Found[]; threads: ThreadRow[]; entries: KnowledgeEntry[]; confidence: number; degraded: boolean }> {
    const said = (await this.privateData.masked([{ field: 'text', text }])).get('text')!; // nobody's number answers anything
    const { question, found, degraded } = await this.seen(actor, { text: said });
    const likely = (question.mode === 'typing' ? found : found.filter(({ fit }) => confidenceOf(fit) >= QUIET_BELOW)).slice(0, first);
    return {
      nodes: likely, threads: likely.flatMap(({ thread }) => thread ?? []), entries: likely.flatMap(({ entry }) => entry ?? []),
      confidence: found.reduce((most, { fit }) => Math.max(most, confidenceOf(fit)), 0), degraded,
    };
  }

  /** The index holds what guests may see, and may be a moment late: what the actor may see is decided here. */
  private async seen(actor: Actor, { text, ...narrowing }: Narrowing & { text: string }): Promise<Seen> {
    const question = understand(text);
    const filter = await this.filters.resolve(narrowing);
    const { ids, fits, degraded, whole } = await this.ranked.find(question, filter);
    const keys = apart(ids);
    const threads = await this.threads.byIds(actor, keys.threads);
    const entries = keys.entries.length > 0 ? await this.entries.byIds(actor, keys.entries) : NO_ENTRIES;
    const found = ids.flatMap((id, n): Found[] => {
      const [thread, entry] = isEntryDocument(id) ? [null, entries.get(entryKey(id)) ?? null] : [threads.get(id) ?? null, null];
      // and what guests no longer see is found by nobody: those who review have other ways to it
      return thread?.state === 'visible' || entry?.isPublic ? [{ thread, entry, fit: fits[n]! }] : [];
    });
    return { question, filter, found: withoutTheSame(found), degraded, whole };
  }
}

const NO_ENTRIES: ReadonlyMap<string, KnowledgeEntry> = new Map();

/** Whether all of the community was looked through: what is only elsewhere is no gap. */
function isWhole(asked: Narrowing & { text: string }): boolean {
  return Object.entries(asked).every(([name, value]) => name === 'text' || value === undefined);
}

/** A question that nothing answers well; a few words, which fit much, only where they find nothing. */
function isMissed({ mode, terms }: Question, found: readonly Found[]): boolean {
  if (terms.length === 0) return false;
  return mode === 'typing' ? found.length === 0 : found.every(({ fit }) => confidenceOf(fit) < QUIET_BELOW);
}

/** One answer is found once: a thread whose answer is there as an entry under the same title gives way to it, and its place where that is the better one. */
function withoutTheSame(found: readonly Found[]): Found[] {
  const entries = new Map(found.flatMap((each) => (each.entry ? [[each.entry.title, each]] : [])));
  const told = new Set<string>();
  return found.flatMap((each) => {
    const said = each.thread?.hasKnowledge ? entries.get(each.thread.title) : undefined;
    const one = said ? { ...said, fit: Math.max(said.fit, each.fit) } : each;
    if (one.entry === null) return [one];
    if (told.has(one.entry.key)) return [];
    told.add(one.entry.key);
    return [one];
  });
}
