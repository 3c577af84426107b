import { graphql } from '../graphql/document.js';
import { problemParts } from '../graphql/problem.fragment.js';
import { pageInfoParts } from '../parts/pager.view.js';

export const standingOperation = graphql(
  `
    query Standing($id: ID!, $first: Int, $after: String, $last: Int, $before: String) {
      member(id: $id) {
        id name role
        badges { name amount awardedAt }
        standing {
          points
          earned { source points }
          rank { rank isFixed next progress { need amount have } changes { from to byRule reason createdAt } }
          entries(first: $first, after: $after, last: $last, before: $before) {
            nodes { id source points day title path }
            pageInfo { ...PageInfoParts }
          }
        }
      }
      badgeRules { name amount }
      pointRules { source points capped }
    }
  `,
  [pageInfoParts],
);

export const setRankOperation = graphql(`mutation SetMemberRank($input: SetMemberRankInput!) { set: setMemberRank(input: $input) { problem { ...ProblemParts } } }`, [problemParts]);
export const freeRankOperation = graphql(`mutation FreeMemberRank($input: FreeMemberRankInput!) { set: freeMemberRank(input: $input) { problem { ...ProblemParts } } }`, [problemParts]);
