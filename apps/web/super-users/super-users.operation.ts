import { graphql } from '../graphql/document.js';
import { problemParts } from '../graphql/problem.fragment.js';
import { memberParts } from '../parts/member-name.view.js';

export const superUsersOperation = graphql(
  `query SuperUsers {
    superUsers { until endsSoon member { ...MemberParts } contribution { posts accepted reviews acts welcomed days } }
    superUserCandidates { isInvited accepted reportsAgreed upShare days member { ...MemberParts rank } }
  }`,
  [memberParts],
);
export const ownTermOperation = graphql(`query OwnTerm($id: ID!) { member(id: $id) { superUserTerm { state message invitedAt until endReason } } }`);
export const inviteSuperUserOperation = graphql(`mutation InviteSuperUser($input: InviteSuperUserInput!) { done: inviteSuperUser(input: $input) { problem { ...ProblemParts } } }`, [problemParts]);
export const answerInvitationOperation = graphql(`mutation AnswerSuperUserInvitation($input: AnswerInvitationInput!) { done: answerSuperUserInvitation(input: $input) { problem { ...ProblemParts } } }`, [problemParts]);
export const renewSuperUserOperation = graphql(`mutation RenewSuperUser($input: RenewSuperUserInput!) { done: renewSuperUser(input: $input) { problem { ...ProblemParts } } }`, [problemParts]);
export const endSuperUserOperation = graphql(`mutation EndSuperUser($input: EndSuperUserInput!) { done: endSuperUser(input: $input) { problem { ...ProblemParts } } }`, [problemParts]);
