import { Module } from '@nestjs/common';
import { AccountsModule } from '#accounts';
import { ForumModule } from '#forum';
import { Events } from '#platform/events';
import { SearchModule } from '#platform/search';
import { DeflectionReader } from './deflection/deflection.reader.js';
import { DeflectionResolver } from './deflection/deflection.resolver.js';
import { DeflectionService } from './deflection/deflection.service.js';
import { HelpedTeller } from './deflection/helped.teller.js';
import { VisitorNames } from './deflection/visitor.names.js';
import { FacetReader } from './finding/facet.reader.js';
import { MatchReader } from './finding/match.reader.js';
import { MeilisearchCandidates } from './finding/meilisearch.candidates.js';
import { PostgresCandidates } from './finding/postgres.candidates.js';
import { RankedSearch } from './finding/ranked.search.js';
import { SearchFilters } from './finding/search.filter.js';
import { SnippetReader } from './finding/snippet.reader.js';
import { TermCounts } from './finding/term-counts.reader.js';
import { VocabularyReader } from './finding/vocabulary.reader.js';
import { GapCollector } from './gaps/gap.collector.js';
import { GapReader } from './gaps/gap.reader.js';
import { GapResolver } from './gaps/gap.resolver.js';
import { GapService } from './gaps/gap.service.js';
import { CountedThreadWriter } from './indexing/counted-thread.writer.js';
import { SearchDrainer } from './indexing/search-drainer.js';
import { SearchMarks } from './indexing/search-marks.js';
import { ThreadSourceReader } from './indexing/thread-source.reader.js';
import { ThreadsIndex } from './indexing/threads.index.js';
import { ThreadsIndexing } from './indexing/threads.indexing.js';
import { SearchCountsResolver, SearchResolver } from './search.resolver.js';
import { SearchService } from './search.service.js';

/** Finding: search and suggestions, whether what was found has helped, and what people miss. */
@Module({
  imports: [SearchModule, ForumModule, AccountsModule],
  providers: [GapCollector, GapReader, GapService, GapResolver, DeflectionService, DeflectionReader, DeflectionResolver, VisitorNames, HelpedTeller, Events, SearchService, SearchResolver, SearchCountsResolver, MatchReader, FacetReader, RankedSearch, MeilisearchCandidates, PostgresCandidates, TermCounts, VocabularyReader, SearchFilters, SnippetReader, SearchMarks],
  exports: [SearchService, SearchMarks, HelpedTeller, DeflectionReader],
})
export class KnowledgeModule {}

/** Keeping search up to date: for the worker alone. */
@Module({
  imports: [SearchModule],
  providers: [SearchDrainer, ThreadsIndexing, ThreadsIndex, ThreadSourceReader, CountedThreadWriter, SearchMarks],
})
export class SearchIndexingModule {}
