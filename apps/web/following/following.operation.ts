import { graphql } from '../graphql/document.js';
import { problemParts } from '../graphql/problem.fragment.js';
import { memberParts } from '../parts/member-name.view.js';
import { pageInfoParts } from '../parts/pager.view.js';
import { threadRow } from '../parts/thread-list.view.js';

export const followingOperation = graphql(
  `
    query Following($kind: FollowKind!, $first: Int, $after: String, $last: Int, $before: String) {
      followed(kind: $kind, first: $first, after: $after, last: $last, before: $before) {
        nodes {
          __typename
          ... on Thread { ...ThreadRow }
          ... on Category { id slug name }
          ... on Tag { id name }
          ... on Member { ...MemberParts }
        }
        pageInfo { ...PageInfoParts }
      }
    }
  `,
  [threadRow, memberParts, pageInfoParts],
);

export const followOperation = graphql(
  `
    mutation Follow($input: FollowInput!) {
      follow(input: $input) {
        problem { ...ProblemParts }
        target { __typename ... on Thread { path } ... on Category { slug } ... on Tag { name } ... on Member { id } }
      }
    }
  `,
  [problemParts],
);
