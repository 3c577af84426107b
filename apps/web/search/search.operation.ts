import { graphql } from '../graphql/document.js';
import { threadRow } from '../parts/thread-list.view.js';

export const searchOperation = graphql(
  `
    query Search($text: String!, $withText: Boolean!, $first: Int!, $after: String, $category: String, $tag: String, $solved: Boolean) {
      categories { id parentId slug name }
      search(text: $text, first: $first, after: $after, category: $category, tag: $tag, solved: $solved) @include(if: $withText) {
        nodes { snippet { text hit } thread { ...ThreadRow } }
        pageInfo { hasNextPage endCursor }
        degraded
        estimatedTotal
      }
    }
  `,
  [threadRow],
);
