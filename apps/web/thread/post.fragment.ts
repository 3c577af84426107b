import { type FragmentOf, graphql } from '../graphql/document.js';
import { memberParts } from '../parts/member-name.view.js';

/** `$withMenus`: whether somebody is signed in; what guests may do is to sign in. */
export const commentParts = graphql(
  `
    fragment CommentParts on Post {
      id html openedAs state createdAt editedAt authorName
      author { ...MemberParts }
      viewer @include(if: $withMenus) { deletedIt canEdit { allowed reason message } canDelete { allowed reason message } canRestore { allowed } }
    }
  `,
  [memberParts],
);

export const COMMENTS_SHOWN = 20; // of a post within its thread; all of them have a page of their own

/** An opening post or an answer with its first comments, and what the one who asks may do with it. */
export const postParts = graphql(
  `
    fragment PostParts on Post {
      id kind html state score accepted official alsoSolvedCount commentCount createdAt editedAt authorName
      author { ...MemberParts }
      firstComments(first: ${COMMENTS_SHOWN}) { ...CommentParts }
      viewer @include(if: $withMenus) {
        vote
        bookmarked
        canVoteUp { allowed reason message }
        canVoteDown { allowed reason message }
        saidAlsoSolved
        deletedIt
        canAccept { allowed reason message }
        canSayAlsoSolved { allowed reason message }
        canEdit { allowed reason message }
        canDelete { allowed reason message }
        canRestore { allowed }
        canMarkOfficial { allowed }
        canComment { allowed reason message }
      }
    }
  `,
  [memberParts, commentParts],
);

export type PostData = FragmentOf<typeof postParts>;
type Standing = NonNullable<PostData['viewer']>;

const SIGN_IN = { allowed: false, reason: 'sign-in-needed', message: null };
// nothing about guests depends on the post: it is known without asking twenty times on the page that is read most
const GUEST: Standing = {
  vote: 'none', bookmarked: false, saidAlsoSolved: false, deletedIt: false, canVoteUp: SIGN_IN, canVoteDown: SIGN_IN, canAccept: SIGN_IN, canSayAlsoSolved: SIGN_IN,
  canEdit: SIGN_IN, canDelete: SIGN_IN, canRestore: SIGN_IN, canMarkOfficial: SIGN_IN, canComment: SIGN_IN,
};

/** How the one who reads the page stands to a post. */
export function standing(post: PostData): Standing {
  return post.viewer ?? GUEST;
}
export type CommentData = FragmentOf<typeof commentParts>;
