import { Module } from '@nestjs/common';
import { ForumModule } from '#forum';
import { SearchModule } from '#platform/search';
import { MeilisearchCandidates } from './finding/meilisearch.candidates.js';
import { PostgresCandidates } from './finding/postgres.candidates.js';
import { RankedSearch } from './finding/ranked.search.js';
import { SearchFilters } from './finding/search.filter.js';
import { SnippetReader } from './finding/snippet.reader.js';
import { TermCounts } from './finding/term-counts.reader.js';
import { CountedThreadWriter } from './indexing/counted-thread.writer.js';
import { SearchDrainer } from './indexing/search-drainer.js';
import { SearchMarks } from './indexing/search-marks.js';
import { ThreadSourceReader } from './indexing/thread-source.reader.js';
import { ThreadsIndex } from './indexing/threads.index.js';
import { ThreadsIndexing } from './indexing/threads.indexing.js';
import { SearchResolver } from './search.resolver.js';
import { SearchService } from './search.service.js';

/** Finding: search and suggestions. */
@Module({
  imports: [SearchModule, ForumModule],
  providers: [SearchService, SearchResolver, RankedSearch, MeilisearchCandidates, PostgresCandidates, TermCounts, SearchFilters, SnippetReader, SearchMarks],
  exports: [SearchService, SearchMarks],
})
export class KnowledgeModule {}

/** Keeping search up to date: for the worker alone. */
@Module({
  imports: [SearchModule],
  providers: [SearchDrainer, ThreadsIndexing, ThreadsIndex, ThreadSourceReader, CountedThreadWriter, SearchMarks],
})
export class SearchIndexingModule {}
