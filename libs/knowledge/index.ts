/** What the community knows, found: search and suggestions for everyone, and the worker's part that keeps the index true. */
export { KnowledgeModule, SearchIndexingModule } from './knowledge.module.js';
/** Search and suggestions, for other slices. */
export { type Hit, type Results, SearchService } from './search.service.js';
/** How far the index is behind, for the health page. */
export { type SearchLag, SearchMarks } from './indexing/search-marks.js';
/** Which documents the index holds, and the form in which their counts are kept: for what fills or measures it from outside. */
export { DOCUMENT_VERSION } from './indexing/thread.document.js';
export { packed } from './indexing/packed.counts.js';
/** Who was about to ask and was helped: the words that led them there, and the daily word to those whose answers helped. */
export { DeflectionReader } from './deflection/deflection.reader.js';
export { DEFLECTION_CRONTAB, deflectionTasks } from './deflection/deflection.tasks.js';
/** Articles and FAQ entries. */
export { EntryKind } from './entries/entry.sets.js';
export { entryText } from './entries/entry.text.js';
export { ENTRY_CRONTAB, entryTasks } from './entries/entry.tasks.js';
export { MeaningIndexing } from './meaning/meaning.indexing.js';
export { MEANING_CRONTAB, meaningTasks } from './meaning/meaning.tasks.js';
export { RelatingService } from './entries/relating.service.js';
export { ReviewTeller } from './entries/review.teller.js';
/** FAQ entries from a file. */
export { FaqImportError, importFaq } from './entries/faq.import.js';
/** Questions that ask the same thing. */
export { groupQuestions } from './grouping/question.groups.js';
/** The FAQ that writes itself. */
export { ProposingService } from './proposals/proposing.service.js';
/** What people search for in vain. */
export { GapCollector } from './gaps/gap.collector.js';
export { GAP_CRONTAB, gapTasks } from './gaps/gap.tasks.js';
export { HelpedTeller } from './deflection/helped.teller.js';
/** How a question is understood, widened and ranked, step by step: for measuring what each step gives. */
export { withoutPoliteness } from './finding/politeness.js';
export { type Question, type Term, understand } from './finding/question.js';
export { type Candidate, type Corpus, FIELDS, type PerField, rank, rarity } from './finding/ranking.js';
export { Vocabulary } from './finding/vocabulary.js';
export { widened } from './finding/widening.js';
