import { graphql } from '../graphql/document.js';
import { problemParts } from '../graphql/problem.fragment.js';
import { memberParts } from '../parts/member-name.view.js';
import { pageInfoParts } from '../parts/pager.view.js';

export const decisionsOperation = graphql(
  `query Decisions($id: ID!, $first: Int, $after: String, $last: Int, $before: String) {
    member(id: $id) {
      decisions(first: $first, after: $after, last: $last, before: $before) {
        nodes { id act reason createdAt byReports hours endsAt title path canAppeal appeal { body createdAt dueAt outcome answer } }
        pageInfo { ...PageInfoParts }
      }
    }
  }`,
  [pageInfoParts],
);

export const decisionOperation = graphql(`query Decision($id: ID!) { decision(id: $id) { id act reason createdAt byReports hours endsAt title path canAppeal appeal { body createdAt dueAt outcome answer } } }`);
export const appealOperation = graphql(`mutation Appeal($input: AppealInput!) { made: appeal(input: $input) { problem { ...ProblemParts } } }`, [problemParts]);

export const sanctionsOperation = graphql(
  `query Sanctions($id: ID!) {
    member(id: $id) {
      ...MemberParts
      sanctions { id step hours reason note createdAt endsAt isProposed isRefused isRunning liftedAt by { id name } }
      nextSanction { step hours }
    }
    sanctionLadder { step hours }
  }`,
  [memberParts],
);
export const sanctionOperation = graphql(`mutation SanctionMember($input: SanctionMemberInput!) { done: sanctionMember(input: $input) { problem { ...ProblemParts } } }`, [problemParts]);
export const liftSanctionOperation = graphql(`mutation LiftSanction($input: LiftSanctionInput!) { done: liftSanction(input: $input) { problem { ...ProblemParts } } }`, [problemParts]);

export const moderationLogOperation = graphql(
  `query ModerationLog($first: Int, $after: String, $last: Int, $before: String) {
    moderationLog(first: $first, after: $after, last: $last, before: $before) {
      nodes { id act rule byReports hours outcome createdAt }
      pageInfo { ...PageInfoParts }
    }
  }`,
  [pageInfoParts],
);
