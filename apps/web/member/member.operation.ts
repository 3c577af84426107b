import { graphql } from '../graphql/document.js';
import { problemParts } from '../graphql/problem.fragment.js';

export const memberOperation = graphql(`query Member($id: ID!) { member(id: $id) { id name role createdAt viewer { following } } }`);

export const setMemberRoleOperation = graphql(
  `mutation SetMemberRole($input: SetMemberRoleInput!) { setMemberRole(input: $input) { problem { ...ProblemParts } } }`,
  [problemParts],
);

export const unclaimedOperation = graphql(`query Unclaimed($id: ID!) { isUnclaimed(id: $id) }`);

export const claimMemberOperation = graphql(
  `mutation ClaimMember($input: ClaimMemberInput!) { claimMember(input: $input) { problem { ...ProblemParts } } }`,
  [problemParts],
);
