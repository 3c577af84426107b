import { graphql } from '../graphql/document.js';
import { problemParts } from '../graphql/problem.fragment.js';
import { pageInfoParts } from '../parts/pager.view.js';
import { serviceNoticeParts } from '../parts/service-notices.view.js';
import { threadRow } from '../parts/thread-list.view.js';

export const targetOperation = graphql(
  `
    query MergingTarget($id: ID!, $other: ID!, $withOther: Boolean!, $text: String!, $withText: Boolean!, $withNotices: Boolean!) {
      thread(id: $id) {
        id kind title path language answerCount tags hasAccepted
        viewer { canMarkDuplicate { allowed } canMerge { allowed } }
      }
      other: thread(id: $other) @include(if: $withOther) {
        id kind title path language answerCount tags hasAccepted closeReason
        category { name }
        notice { ongoing }
        duplicateOf { id title path language }
      }
      serviceNotices @include(if: $withNotices) { ...ServiceNoticeParts }
      search(text: $text, first: 8) @include(if: $withText) { nodes { thread { ...ThreadRow } } }
    }
  `,
  [threadRow, serviceNoticeParts],
);

export const splitFormOperation = graphql(
  `
    query SplitForm($id: ID!, $first: Int, $after: String, $last: Int, $before: String) {
      categories { id parentId name }
      tags(first: 1) { name }
      thread(id: $id) {
        id kind title path language
        category { id }
        answers(first: $first, after: $after, last: $last, before: $before) {
          nodes { id source official createdAt authorName author { name } }
          pageInfo { ...PageInfoParts }
        }
        viewer { canSplit { allowed } }
      }
    }
  `,
  [pageInfoParts],
);

const mergedParts = graphql(`fragment MergedParts on ThreadPayload { problem { ...ProblemParts } thread { path } }`, [problemParts]);

export const MERGING_ACTS = {
  duplicate: graphql(`mutation MarkDuplicate($input: MarkDuplicateInput!) { done: markDuplicate(input: $input) { ...MergedParts } }`, [mergedParts]),
  merge: graphql(`mutation MergeThreads($input: MergeThreadsInput!) { done: mergeThreads(input: $input) { ...MergedParts } }`, [mergedParts]),
  split: graphql(`mutation SplitThread($input: SplitThreadInput!) { done: splitThread(input: $input) { ...MergedParts } }`, [mergedParts]),
};
