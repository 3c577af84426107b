import { graphql } from '../graphql/document.js';
import { problemParts } from '../graphql/problem.fragment.js';
import { segmentParts } from '../keeping/changes.view.js';
import { memberParts } from '../parts/member-name.view.js';
import { pageInfoParts } from '../parts/pager.view.js';
import { entryRow } from './entry-row.fragment.js';

export const faqOperation = graphql(
  `query Faq($language: Language) { categories { id parentId slug name } faq(language: $language, first: 5) { total category { id slug name } entries { ...EntryRow } } }`,
  [entryRow],
);

/** One list of entries: a topic of the FAQ, or all articles. */
export const entriesOperation = graphql(
  `query Entries($kind: KnowledgeKind!, $category: String, $slug: String!, $withCategory: Boolean!, $language: Language, $first: Int, $after: String, $last: Int, $before: String) {
    categories { id parentId slug name }
    category(slug: $slug) @include(if: $withCategory) { id slug name }
    knowledgeEntries(kind: $kind, category: $category, language: $language, first: $first, after: $after, last: $last, before: $before) {
      nodes { ...EntryRow }
      pageInfo { ...PageInfoParts }
    }
  }`,
  [entryRow, pageInfoParts],
);

/** `$withWork`: what those who look after it see besides. */
export const entryOperation = graphql(
  `query Entry($id: ID!, $withWork: Boolean!, $withAskDraft: Boolean!, $withRelated: Boolean!) {
    categories { id parentId slug name }
    askDraft: draft(place: "ask") @include(if: $withAskDraft) { place }
    knowledgeEntry(id: $id) {
      id kind state isPublic title path html source tags language version helpful notHelpful publishedAt changedAt
      category { id slug name }
      sources { post { id official accepted authorName author { ...MemberParts } } thread { id title path language answerCount } }
      translations { title path language }
      viewer { rated canRate { allowed reason message } canEdit @include(if: $withWork) { allowed } canPublish @include(if: $withWork) { allowed } canReject @include(if: $withWork) { allowed } canArchive @include(if: $withWork) { allowed } }
      owner @include(if: $withWork) { ...MemberParts }
      reviewReasons @include(if: $withWork)
      reviewDueAt @include(if: $withWork)
      rejectedBecause @include(if: $withWork)
      waiting @include(if: $withWork) { title source at author { ...MemberParts } changes { ...SegmentParts } titleChanges { ...SegmentParts } }
      proposal @include(if: $withWork) { asked people saved votes since }
      sourceUpdate @include(if: $withWork) { text conflicts { own source } }
      questions { id title path language }
      related @include(if: $withRelated) { id kind title path language }
    }
  }`,
  [memberParts, segmentParts],
);

/** Where an address of an entry leads that nobody reads any more. */
export const goneEntryOperation = graphql(`query GoneEntry($id: ID!) { goneEntry(id: $id) { forGood thread { id title path language } } }`);

export const versionsOperation = graphql(
  `query EntryVersions($id: ID!, $first: Int, $after: String, $last: Int, $before: String) {
    knowledgeEntry(id: $id) {
      id title path language
      versions(first: $first, after: $after, last: $last, before: $before) {
        nodes { number title html publishedAt author { ...MemberParts } publishedBy { ...MemberParts } }
        pageInfo { ...PageInfoParts }
      }
    }
  }`,
  [memberParts, pageInfoParts],
);

export const entryFormOperation = graphql(`query EntryForm($original: ID!, $withOriginal: Boolean!) { categories { id parentId name } tags(first: 200) { name } original: knowledgeEntry(id: $original) @include(if: $withOriginal) { title path html language tags category { id } } }`);

const entryParts = graphql(`fragment EntryParts on KnowledgeEntryPayload { problem { ...ProblemParts } entry { id path } }`, [problemParts]);

export const PROMOTIONS = {
  faq: graphql(`mutation PromoteToFaq($input: PromoteInput!) { made: promoteToFaq(input: $input) { ...EntryParts } }`, [entryParts]),
  article: graphql(`mutation PromoteToArticle($input: PromoteInput!) { made: promoteToArticle(input: $input) { ...EntryParts } }`, [entryParts]),
};
export const writeEntryOperation = graphql(`mutation WriteEntry($input: WriteEntryInput!) { made: writeEntry(input: $input) { ...EntryParts } }`, [entryParts]);
export const editEntryOperation = graphql(`mutation EditEntry($input: EditEntryInput!) { made: editEntry(input: $input) { ...EntryParts } }`, [entryParts]);
export const publishEntryOperation = graphql(`mutation PublishEntry($input: DecideEntryInput!) { made: publishEntry(input: $input) { ...EntryParts } }`, [entryParts]);
export const discardEditOperation = graphql(`mutation DiscardEntryEdit($input: DecideEntryInput!) { made: discardEntryEdit(input: $input) { ...EntryParts } }`, [entryParts]);
export const archiveEntryOperation = graphql(`mutation ArchiveEntry($input: DecideEntryInput!) { made: archiveEntry(input: $input) { ...EntryParts } }`, [entryParts]);
export const rejectEntryOperation = graphql(`mutation RejectEntry($input: RejectEntryInput!) { made: rejectEntry(input: $input) { ...EntryParts } }`, [entryParts]);
export const mergeEntriesOperation = graphql(`mutation MergeEntries($input: MergeEntriesInput!) { made: mergeEntries(input: $input) { ...EntryParts } }`, [entryParts]);
export const splitEntryOperation = graphql(`mutation SplitEntry($input: SplitEntryInput!) { made: splitEntry(input: $input) { ...EntryParts } }`, [entryParts]);
export const rateEntryOperation = graphql(`mutation RateEntry($input: RateEntryInput!) { made: rateEntry(input: $input) { ...EntryParts } }`, [entryParts]);
export const proposeEntriesOperation = graphql(`mutation ProposeEntries($input: ProposeEntriesInput!) { proposed: proposeEntries(input: $input) { problem { ...ProblemParts } } }`, [problemParts]);
