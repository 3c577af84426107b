import { graphql } from '../graphql/document.js';
import { pageInfoParts } from '../parts/pager.view.js';

export const standingOperation = graphql(
  `
    query Standing($id: ID!, $first: Int, $after: String, $last: Int, $before: String) {
      member(id: $id) {
        id name
        standing {
          points
          earned { source points }
          entries(first: $first, after: $after, last: $last, before: $before) {
            nodes { id source points day title path }
            pageInfo { ...PageInfoParts }
          }
        }
      }
      pointRules { source points capped }
    }
  `,
  [pageInfoParts],
);
