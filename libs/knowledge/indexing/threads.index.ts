import { Injectable } from '@nestjs/common';
import { type IndexShape, SearchEngine, SearchIndex } from '#platform/search';
import type { ThreadDocument } from './thread.document.js';

/** What people read, in the order of its weight. */
export const TEXT_FIELDS = ['title', 'tags', 'solution', 'asked', 'body', 'answers'];
export const STEMS_FIELD = 'stems';
export const TITLE_STEMS_FIELD = 'titleStems';

const CUTOFF_MS = 150; // half of our time-out: the best found so far, rather than nothing

export const THREADS: IndexShape = {
  name: 'threads',
  primaryKey: 'id',
  settings: {
    searchableAttributes: [...TEXT_FIELDS, STEMS_FIELD, TITLE_STEMS_FIELD],
    rankingRules: ['words', 'typo'], // ranking is ours: where in a document a word stands took Meilisearch 70 ms of 75 to find out, of a sentence in 100,000 threads
    displayedAttributes: ['id'], // what a hit shows is read again from the database, as the reader may see it
    filterableAttributes: ['categoryId', 'tagIds', 'solved', 'states', 'language', 'kind'],
    sortableAttributes: ['createdAt', 'lastActivityAt'],
    // compounds come apart (Anschluss finds Glasfaseranschluss); stems are no words of any language and stay whole
    localizedAttributes: [{ attributePatterns: TEXT_FIELDS, locales: ['deu', 'eng'] }],
    typoTolerance: { disableOnAttributes: [STEMS_FIELD, TITLE_STEMS_FIELD], disableOnNumbers: true },
    pagination: { maxTotalHits: 1_000_000 }, // the count of a term's threads says how rare it is: it must not stop at 1,000
    proximityPrecision: 'byAttribute', // the distance of words is most of the work of indexing, and ranking is ours
    facetSearch: false,
    faceting: { maxValuesPerFacet: 1_000, sortFacetValuesBy: { '*': 'count' } }, // every category, and of the tags those that many have
    searchCutoffMs: CUTOFF_MS,
  },
};

/** The index of what was asked. */
@Injectable()
export class ThreadsIndex extends SearchIndex<ThreadDocument> {
  constructor(engine: SearchEngine) {
    super(engine, THREADS);
  }
}
