import { graphql } from '../graphql/document.js';
import { memberParts } from '../parts/member-name.view.js';
import { pageInfoParts } from '../parts/pager.view.js';
import { postParts } from './post.fragment.js';

export const threadOperation = graphql(
  `
    query Thread($id: ID!, $post: ID!, $withPost: Boolean!, $draft: String!, $withDraft: Boolean!, $first: Int, $after: String, $last: Int, $before: String) {
      categories { id parentId slug name }
      thread(id: $id) {
        id kind title path language tags answerCount sameProblemCount solved hasAccepted hasOfficial closed closeReason
        category { id slug name }
        author { ...MemberParts }
        duplicateOf { title path language }
        fields { key labelDe labelEn value }
        notice { affected ongoing expectedEndAt endedAt }
        opening { ...PostParts }
        answers(first: $first, after: $after, last: $last, before: $before) {
          nodes { ...PostParts }
          pageInfo { ...PageInfoParts }
        }
        viewer { canMarkDuplicate { allowed } canMerge { allowed } canSplit { allowed } following unreadCount newestPostId firstUnread { id underId } saidSameProblem canEndNotice { allowed } canAnswer { allowed reason message } canSaySameProblem { allowed reason message } }
      }
      draft(place: $draft) @include(if: $withDraft) { fields { name value } }
      post(id: $post) @include(if: $withPost) { ...PostParts thread { id } }
    }
  `,
  [memberParts, pageInfoParts, postParts],
);
