import { type FragmentOf, graphql } from '../graphql/document.js';
import { memberParts } from '../parts/member-name.view.js';

export const commentParts = graphql(
  `
    fragment CommentParts on Post { id html openedAs createdAt authorName author { ...MemberParts } }
  `,
  [memberParts],
);

export const COMMENTS_SHOWN = 20; // of a post within its thread; all of them have a page of their own

/** An opening post or an answer with its first comments, and what the one who asks may do with it. */
export const postParts = graphql(
  `
    fragment PostParts on Post {
      id kind html score accepted official commentCount createdAt editedAt authorName
      author { ...MemberParts }
      firstComments(first: ${COMMENTS_SHOWN}) { ...CommentParts }
      viewer {
        vote
        bookmarked
        canVoteUp { allowed reason message }
        canVoteDown { allowed reason message }
        canAccept { allowed }
        canMarkOfficial { allowed }
        canComment { allowed reason message }
      }
    }
  `,
  [memberParts, commentParts],
);

export type PostData = FragmentOf<typeof postParts>;
export type CommentData = FragmentOf<typeof commentParts>;
