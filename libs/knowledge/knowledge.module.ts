import { Module } from '@nestjs/common';
import { AccountsModule } from '#accounts';
import { ForumModule } from '#forum';
import { Events } from '#platform/events';
import { SearchModule } from '#platform/search';
import { DeflectionReader } from './deflection/deflection.reader.js';
import { DeflectionResolver } from './deflection/deflection.resolver.js';
import { DeflectionService } from './deflection/deflection.service.js';
import { HelpedTeller } from './deflection/helped.teller.js';
import { OpenedLock } from './deflection/opened.lock.js';
import { VisitorNames } from './deflection/visitor.names.js';
import { EntryLock } from './entries/entry.lock.js';
import { EntryMergingService } from './entries/entry-merging.service.js';
import { EntryPartsResolver, GoneEntryResolver, ThreadKnowledgeResolver, WaitingEditResolver } from './entries/entry-parts.resolver.js';
import { EntryReader } from './entries/entry.reader.js';
import { EntryResolver } from './entries/entry.resolver.js';
import { EntryTelling } from './entries/entry.telling.js';
import { EntryService } from './entries/entry.service.js';
import { PromotingService } from './entries/promoting.service.js';
import { ReviewTeller } from './entries/review.teller.js';
import { RatingService } from './entries/rating.service.js';
import { RelatingService } from './entries/relating.service.js';
import { SourceVersions } from './entries/source.versions.js';
import { SplittingService } from './entries/splitting.service.js';
import { FacetReader } from './finding/facet.reader.js';
import { MatchReader } from './finding/match.reader.js';
import { MeilisearchCandidates } from './finding/meilisearch.candidates.js';
import { PostgresCandidates } from './finding/postgres.candidates.js';
import { RankedSearch } from './finding/ranked.search.js';
import { SameAnswers } from './finding/same.answers.js';
import { SearchFilters } from './finding/search.filter.js';
import { SnippetReader } from './finding/snippet.reader.js';
import { TermCounts } from './finding/term-counts.reader.js';
import { VocabularyReader } from './finding/vocabulary.reader.js';
import { GapCollector } from './gaps/gap.collector.js';
import { GapGroups } from './gaps/gap.groups.js';
import { GapReader } from './gaps/gap.reader.js';
import { GapResolver } from './gaps/gap.resolver.js';
import { GapService } from './gaps/gap.service.js';
import { CountedThreadWriter } from './indexing/counted-thread.writer.js';
import { EntrySourceReader } from './indexing/entry-source.reader.js';
import { SearchDrainer } from './indexing/search-drainer.js';
import { SearchMarks } from './indexing/search-marks.js';
import { ThreadSourceReader } from './indexing/thread-source.reader.js';
import { ThreadsIndex } from './indexing/threads.index.js';
import { ThreadsIndexing } from './indexing/threads.indexing.js';
import { MeaningIndex } from './meaning/meaning.index.js';
import { MeaningIndexing } from './meaning/meaning.indexing.js';
import { MeaningSearch } from './meaning/meaning.search.js';
import { AskedGroups } from './proposals/asked.groups.js';
import { AskedReader } from './proposals/asked.reader.js';
import { ProposalResolver } from './proposals/proposal.resolver.js';
import { ProposingService } from './proposals/proposing.service.js';
import { SearchCountsResolver, SearchResolver } from './search.resolver.js';
import { SearchService } from './search.service.js';

/** Finding: search and suggestions, whether what was found has helped, and what people miss; and what the company stands for: articles and the FAQ. */
@Module({
  imports: [SearchModule, ForumModule, AccountsModule],
  providers: [
    EntryLock, EntryReader, EntryService, EntryMergingService, SplittingService, RelatingService, SourceVersions, EntryTelling, PromotingService, RatingService, ReviewTeller, EntryResolver, EntryPartsResolver, WaitingEditResolver, GoneEntryResolver, ThreadKnowledgeResolver, AskedReader, AskedGroups, ProposingService, ProposalResolver,
    GapCollector, GapGroups, GapReader, GapService, GapResolver,
    OpenedLock, DeflectionService, DeflectionReader, DeflectionResolver, VisitorNames, HelpedTeller, Events,
    SearchService, SearchResolver, SearchCountsResolver, MatchReader, FacetReader, RankedSearch, MeilisearchCandidates, PostgresCandidates, TermCounts, VocabularyReader, SearchFilters, SnippetReader, SearchMarks, SameAnswers, MeaningIndex, MeaningSearch,
  ],
  exports: [EntryReader, ProposingService, RelatingService, ReviewTeller, SearchService, SearchMarks, HelpedTeller, DeflectionReader],
})
export class KnowledgeModule {}

/** Keeping search up to date: for the worker alone. */
@Module({
  imports: [SearchModule],
  providers: [SearchDrainer, ThreadsIndexing, ThreadsIndex, ThreadSourceReader, EntrySourceReader, CountedThreadWriter, SearchMarks, MeaningIndex, MeaningIndexing],
  exports: [MeaningIndexing],
})
export class SearchIndexingModule {}
