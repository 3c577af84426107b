import { graphql } from '../graphql/document.js';
import { problemParts } from '../graphql/problem.fragment.js';
import { pageInfoParts } from '../parts/pager.view.js';

export const invitationsOperation = graphql(
  `
    query Invitations($first: Int, $after: String, $last: Int, $before: String) {
      invitations(first: $first, after: $after, last: $last, before: $before) {
        nodes { id email role state sends sentAt expiresAt mailId invitedBy { name } acceptedBy { id name } }
        pageInfo { ...PageInfoParts }
      }
    }
  `,
  [pageInfoParts],
);

export const inviteOperation = graphql(`mutation InviteStaff($input: InviteStaffInput!) { invited: inviteStaff(input: $input) { problem { ...ProblemParts } } }`, [problemParts]);
export const resendOperation = graphql(`mutation ResendInvitation($input: InvitationInput!) { invited: resendInvitation(input: $input) { problem { ...ProblemParts } } }`, [problemParts]);
export const withdrawOperation = graphql(`mutation WithdrawInvitation($input: InvitationInput!) { invited: withdrawInvitation(input: $input) { problem { ...ProblemParts } } }`, [problemParts]);
