import { graphql } from '../graphql/document.js';
import { problemParts } from '../graphql/problem.fragment.js';
import { memberParts } from '../parts/member-name.view.js';
import { pageInfoParts } from '../parts/pager.view.js';

export const voteFindingsOperation = graphql(
  `query VoteFindings($state: VoteFindingState, $first: Int, $after: String, $last: Int, $before: String) {
    voteFindings(state: $state, first: $first, after: $after, last: $last, before: $before) {
      nodes { id kind votes posts share sameNetwork joinedDays foundAt decidedAt givers { ...MemberParts } getters { ...MemberParts } }
      pageInfo { ...PageInfoParts }
    }
  }`,
  [memberParts, pageInfoParts],
);
export const decideVoteFindingOperation = graphql(`mutation DecideVoteFinding($input: DecideVoteFindingInput!) { decided: decideVoteFinding(input: $input) { problem { ...ProblemParts } } }`, [problemParts]);
