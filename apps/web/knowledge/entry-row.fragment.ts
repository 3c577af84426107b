import { graphql } from '../graphql/document.js';

/** An entry in a list: with its text, which is short. */
export const entryRow = graphql(`fragment EntryRow on KnowledgeEntry { id kind state title path html language changedAt helpful category { id slug name } }`);
