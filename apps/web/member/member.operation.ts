import { graphql } from '../graphql/document.js';
import { problemParts } from '../graphql/problem.fragment.js';

export const memberOperation = graphql(`query Member($id: ID!) { member(id: $id) { id name role createdAt } }`);

export const setMemberRoleOperation = graphql(
  `mutation SetMemberRole($input: SetMemberRoleInput!) { setMemberRole(input: $input) { problem { ...ProblemParts } } }`,
  [problemParts],
);
