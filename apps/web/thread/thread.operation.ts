import { graphql } from '../graphql/document.js';
import { memberParts } from '../parts/member-name.view.js';
import { pageInfoParts } from '../parts/pager.view.js';
import { commentParts, postParts } from './post.fragment.js';

export const threadOperation = graphql(
  `
    query Thread($id: ID!, $post: ID!, $withPost: Boolean!, $merged: ID!, $withMerged: Boolean!, $draft: String!, $withDraft: Boolean!, $withAskDraft: Boolean!, $withMenus: Boolean!, $first: Int, $after: String, $last: Int, $before: String) {
      categories { id parentId slug name }
      thread(id: $id) {
        id kind title path language tags answerCount sameProblemCount solvedFor solved hasAccepted hasOfficial state closed closeReason
        category { id slug name }
        author { ...MemberParts }
        duplicateOf { title path language }
        fields { key labelDe labelEn value }
        notice { kind state affected regions categories { slug name } ongoing startedAt expectedEndAt overdue endedAt worksCount brokenCount updates { state text createdAt } duplicates(first: 3) { nodes { id title path language } pageInfo { hasNextPage } } }
        claim { since member { id name } }
        knowledge { id kind state isPublic title path language }
        opening { ...PostParts }
        answers(first: $first, after: $after, last: $last, before: $before) {
          nodes { ...PostParts }
          pageInfo { ...PageInfoParts }
        }
        viewer {
          following unreadCount newestPostId firstUnread { id underId } saidSameProblem
          canAnswer { allowed reason message }
          canSaySameProblem { allowed reason message }
          canUpdateNotice { allowed }
          canClaim { allowed }
          canSayWorks { allowed reason message }
          saidWorks
          canClose { allowed reason message }
          canReopen { allowed reason message }
          canMove { allowed reason message }
          canMarkDuplicate { allowed reason message }
          canMerge { allowed reason message }
          canSplit { allowed reason message }
        }
      }
      draft(place: $draft) @include(if: $withDraft) { updatedAt fields { name value } }
      askDraft: draft(place: "ask") @include(if: $withAskDraft) { place }
      post(id: $post) @include(if: $withPost) { ...PostParts thread { id } }
      signpost(id: $merged) @include(if: $withMerged) { thread { id } opening { ...CommentParts } }
    }
  `,
  [memberParts, pageInfoParts, postParts, commentParts],
);

export const quotedOperation = graphql(`query Quoted($id: ID!) { post(id: $id) { source state author { name } thread { id } } }`);

/** Where a post stood that is deleted; null where none is. */
export const gonePostOperation = graphql(`query GonePost($id: ID!) { gonePost(id: $id) { thread { path title language } } }`);

export const goneOperation = graphql(`query Gone($id: ID!) { threadIsGone(id: $id) }`);
