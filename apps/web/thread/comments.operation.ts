import { graphql } from '../graphql/document.js';
import { pageInfoParts } from '../parts/pager.view.js';
import { commentParts } from './post.fragment.js';
import { memberParts } from '../parts/member-name.view.js';

export const commentsOperation = graphql(
  `
    query Comments($id: ID!, $first: Int, $after: String, $last: Int, $before: String, $withMenus: Boolean!) {
      post(id: $id) {
        id kind html state createdAt authorName commentCount
        viewer { deletedIt canRestore { allowed } }
        author { ...MemberParts }
        thread { kind title path language }
        comments(first: $first, after: $after, last: $last, before: $before) {
          nodes { ...CommentParts }
          pageInfo { ...PageInfoParts }
        }
      }
    }
  `,
  [memberParts, commentParts, pageInfoParts],
);

export const commentCountOperation = graphql(`query CommentCount($id: ID!) { post(id: $id) { commentCount } }`);
