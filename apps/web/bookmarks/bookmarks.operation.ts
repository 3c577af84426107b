import { graphql } from '../graphql/document.js';
import { problemParts } from '../graphql/problem.fragment.js';
import { pageInfoParts } from '../parts/pager.view.js';
import { postRow } from '../parts/post-row.view.js';

export const bookmarksOperation = graphql(
  `
    query Bookmarks($first: Int, $after: String, $last: Int, $before: String) {
      bookmarks(first: $first, after: $after, last: $last, before: $before) {
        nodes { ...PostRow }
        pageInfo { ...PageInfoParts }
      }
    }
  `,
  [postRow, pageInfoParts],
);

export const bookmarkOperation = graphql(
  `mutation Bookmark($input: BookmarkInput!) { bookmark(input: $input) { problem { ...ProblemParts } post { id } thread { id path answerCount } } }`,
  [problemParts],
);
