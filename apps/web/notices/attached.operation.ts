import { graphql } from '../graphql/document.js';
import { pageInfoParts } from '../parts/pager.view.js';
import { threadRow } from '../parts/thread-list.view.js';

/** The questions that are duplicates of a notice. */
export const attachedOperation = graphql(
  `
    query Attached($id: ID!, $first: Int, $after: String, $last: Int, $before: String) {
      thread(id: $id) {
        id title path language
        notice { duplicates(first: $first, after: $after, last: $last, before: $before) { nodes { ...ThreadRow } pageInfo { ...PageInfoParts } } }
      }
    }
  `,
  [threadRow, pageInfoParts],
);
