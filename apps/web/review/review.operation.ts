import { graphql } from '../graphql/document.js';
import { problemParts } from '../graphql/problem.fragment.js';
import { memberParts } from '../parts/member-name.view.js';
import { pageInfoParts } from '../parts/pager.view.js';
import { postRow } from '../parts/post-row.view.js';

export const flagFormOperation = graphql(
  `query FlagForm($id: ID!) { post(id: $id) { id kind state html authorName author { ...MemberParts } thread { id title path language answerCount } } }`,
  [memberParts],
);
export const flagOperation = graphql(`mutation FlagPost($input: FlagPostInput!) { flagged: flagPost(input: $input) { problem { ...ProblemParts } } }`, [problemParts]);

export const reviewQueueOperation = graphql(
  `query ReviewQueue($reason: FlagReason, $kind: ReviewKind, $first: Int, $after: String, $last: Int, $before: String) {
    reviewCount
    reviewQueue(reason: $reason, kind: $kind, first: $first, after: $after, last: $last, before: $before) {
      nodes { id kind signals flaggers isHidden openedAt mendedAt claimedBy { id name } flags { reason } post { ...PostRow } member { ...MemberParts } decision { act appeal { body dueAt } } sanction { hours } }
      pageInfo { ...PageInfoParts }
    }
  }`,
  [postRow, memberParts, pageInfoParts],
);

export const reviewItemOperation = graphql(
  `query ReviewItem($id: ID!) {
    reviewCount
    reviewItem(id: $id) {
      id kind signals flaggers isHidden isDecided openedAt mendedAt
      member { ...MemberParts }
      decision { act reason createdAt byReports hours endsAt title path appeal { body createdAt dueAt outcome answer } }
      sanction { step hours reason note createdAt by { id name } }
      claimedBy { ...MemberParts }
      flags { reason note createdAt member { ...MemberParts } }
      earlier { decision reason decidedAt by { ...MemberParts } }
      record { fine hidden deleted }
      post { id kind state html createdAt editedAt score official authorName author { ...MemberParts createdAt points rank } thread { id kind title path language answerCount } }
    }
  }`,
  [memberParts],
);

export const takeReviewOperation = graphql(`mutation TakeReview($input: TakeReviewInput!) { taken: takeReview(input: $input) { problem { ...ProblemParts } item { id } } }`, [problemParts]);
export const decideReviewOperation = graphql(`mutation DecideReview($input: DecideReviewInput!) { decided: decideReview(input: $input) { problem { ...ProblemParts } item { id } } }`, [problemParts]);
