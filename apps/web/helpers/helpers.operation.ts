import { graphql } from '../graphql/document.js';
import { problemParts } from '../graphql/problem.fragment.js';
import { memberParts } from '../parts/member-name.view.js';

export const helpersOperation = graphql(
  `query Helpers($period: LeaderPeriod!, $categoryId: ID, $own: ID!, $withOwn: Boolean!) {
    leaderboard(period: $period, categoryId: $categoryId) { place points member { ...MemberParts rank } }
    categories { id name }
    member(id: $own) @include(if: $withOwn) { standing { listed } }
  }`,
  [memberParts],
);
export const setListedOperation = graphql(`mutation SetListed($input: SetListedInput!) { done: setListed(input: $input) { problem { ...ProblemParts } } }`, [problemParts]);
