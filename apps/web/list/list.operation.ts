import { graphql } from '../graphql/document.js';
import { pageInfoParts } from '../parts/pager.view.js';
import { threadRow } from '../parts/thread-list.view.js';

export const listOperation = graphql(
  `
    query List($filter: ThreadFilter!, $category: String, $tag: String, $first: Int, $after: String, $last: Int, $before: String) {
      categories { id parentId slug name description }
      threads(filter: $filter, category: $category, tag: $tag, first: $first, after: $after, last: $last, before: $before) {
        nodes { ...ThreadRow }
        pageInfo { ...PageInfoParts }
      }
    }
  `,
  [threadRow, pageInfoParts],
);
