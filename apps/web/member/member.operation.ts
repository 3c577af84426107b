import { graphql } from '../graphql/document.js';
import { pageInfoParts } from '../parts/pager.view.js';
import { postRow } from '../parts/post-row.view.js';
import { problemParts } from '../graphql/problem.fragment.js';

export const memberOperation = graphql(
  `
    query Member($id: ID!, $answers: Boolean!, $openings: Boolean!, $first: Int, $after: String, $last: Int, $before: String) {
      member(id: $id) {
        id name role rank createdAt points
        badges { name amount awardedAt }
        viewer { following }
        openings(first: $first, after: $after, last: $last, before: $before) @include(if: $openings) { nodes { ...PostRow } pageInfo { ...PageInfoParts } }
        answers(first: $first, after: $after, last: $last, before: $before) @include(if: $answers) { nodes { ...PostRow } pageInfo { ...PageInfoParts } }
      }
    }
  `,
  [postRow, pageInfoParts],
);

export const setMemberRoleOperation = graphql(
  `mutation SetMemberRole($input: SetMemberRoleInput!) { setMemberRole(input: $input) { problem { ...ProblemParts } } }`,
  [problemParts],
);

export const unclaimedOperation = graphql(`query Unclaimed($id: ID!) { isUnclaimed(id: $id) }`);

export const claimMemberOperation = graphql(
  `mutation ClaimMember($input: ClaimMemberInput!) { claimMember(input: $input) { problem { ...ProblemParts } } }`,
  [problemParts],
);
