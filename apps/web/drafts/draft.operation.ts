import { graphql } from '../graphql/document.js';
import { problemParts } from '../graphql/problem.fragment.js';

export const draftsOperation = graphql(`
  query Drafts { drafts { place updatedAt fields { name value } thread { path title language } post { id kind thread { path title language } } } }
`);

export const isKeptOperation = graphql(`query IsDraftKept($place: String!) { draft(place: $place) { updatedAt } }`);

export const saveDraftOperation = graphql(`mutation SaveDraft($input: SaveDraftInput!) { saveDraft(input: $input) { problem { ...ProblemParts } } }`, [problemParts]);
export const discardDraftOperation = graphql(`mutation DiscardDraft($input: DiscardDraftInput!) { discardDraft(input: $input) { problem { ...ProblemParts } } }`, [problemParts]);
