import { graphql } from '../graphql/document.js';
import { problemParts } from '../graphql/problem.fragment.js';
import { pageInfoParts } from '../parts/pager.view.js';
import { postRow } from '../parts/post-row.view.js';
import { serviceNoticeParts } from '../parts/service-notices.view.js';
import { threadRow } from '../parts/thread-list.view.js';

const openedThread = graphql(`fragment OpenedThread on Thread { id title path language }`);
const openedEntry = graphql(`fragment OpenedEntry on KnowledgeEntry { id title path language }`);

/** All counts, and one list of the seven. */
export const workOperation = graphql(
  `
    query Work($unanswered: Boolean!, $claimed: Boolean!, $owed: Boolean!, $notices: Boolean!, $gaps: Boolean!, $withGaps: Boolean!, $deflected: Boolean!, $from: DateTime!, $to: DateTime!, $entries: Boolean!, $entryState: KnowledgeState, $withEntries: Boolean!, $first: Int, $after: String, $last: Int, $before: String) {
      categories @include(if: $unanswered) { id parentId slug name }
      gapCount @include(if: $withGaps)
      gaps(first: $first, after: $after, last: $last, before: $before) @include(if: $gaps) {
        nodes { id words language searches people lastAt nearest { id title path language } questions { id title path language category { id } } }
        pageInfo { ...PageInfoParts }
      }
      deflections(from: $from, to: $to, first: $first, after: $after, last: $last, before: $before) @include(if: $deflected) {
        confirmed likely failed
        nodes { confirmed likely failed thread { ...OpenedThread } entry { ...OpenedEntry } }
        pageInfo { ...PageInfoParts }
      }
      entriesToReviewCount @include(if: $withEntries)
      reviewCount @include(if: $withEntries)
      entriesWaiting @include(if: $entries) { needReview changed drafts proposed }
      entriesToReview(state: $entryState, first: $first, after: $after, last: $last, before: $before) @include(if: $entries) {
        nodes { id kind state title path language category { name } reviewReasons waiting { title } proposal { asked people saved votes since } }
        pageInfo { ...PageInfoParts }
      }
      viewer {
        work {
          followsCategoriesOrTags unansweredCount claimedCount owedCount overdueNoticesCount
          unanswered(first: $first, after: $after, last: $last, before: $before) @include(if: $unanswered) {
            nodes { ...ThreadRow claim { since member { id name } } }
            pageInfo { ...PageInfoParts }
          }
          claimed(first: $first, after: $after, last: $last, before: $before) @include(if: $claimed) {
            nodes { ...ThreadRow claim { since member { id name } } }
            pageInfo { ...PageInfoParts }
          }
          owed(first: $first, after: $after, last: $last, before: $before) @include(if: $owed) {
            nodes { why post { ...PostRow } }
            pageInfo { ...PageInfoParts }
          }
          overdueNotices(first: $first, after: $after, last: $last, before: $before) @include(if: $notices) {
            nodes { ...ServiceNoticeParts }
            pageInfo { ...PageInfoParts }
          }
        }
      }
    }
  `,
  [threadRow, postRow, serviceNoticeParts, pageInfoParts, openedThread, openedEntry],
);

const takenParts = graphql(`fragment TakenParts on ThreadPayload { problem { ...ProblemParts } thread { path } }`, [problemParts]);

export const claimOperation = graphql(`mutation ClaimQuestion($input: ClaimQuestionInput!) { taken: claimQuestion(input: $input) { ...TakenParts } }`, [takenParts]);
export const giveBackOperation = graphql(`mutation UnclaimQuestion($input: ClaimQuestionInput!) { taken: unclaimQuestion(input: $input) { ...TakenParts } }`, [takenParts]);

export const dismissOperation = graphql(`mutation DismissOwed($input: DismissOwedInput!) { done: dismissOwed(input: $input) { problem { ...ProblemParts } post { id } } }`, [problemParts]);

export const closeGapOperation = graphql(`mutation CloseGap($input: CloseGapInput!) { closed: closeGap(input: $input) { problem { ...ProblemParts } } }`, [problemParts]);

export const askedAsOperation = graphql(
  `query AskedAs($threadId: ID, $entryId: ID, $first: Int, $after: String, $last: Int, $before: String) {
    askedAs(threadId: $threadId, entryId: $entryId, first: $first, after: $after, last: $last, before: $before) {
      nodes { id words outcome createdAt thread { ...OpenedThread } entry { ...OpenedEntry } }
      pageInfo { ...PageInfoParts }
    }
  }`,
  [pageInfoParts, openedThread, openedEntry],
);
export const strikeWordingOperation = graphql(`mutation StrikeWording($input: StrikeWordingInput!) { struck: strikeWording(input: $input) { problem { ...ProblemParts } } }`, [problemParts]);
