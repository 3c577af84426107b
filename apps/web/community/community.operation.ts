import { graphql } from '../graphql/document.js';
import { problemParts } from '../graphql/problem.fragment.js';
import { wayParts } from './way.fragment.js';

export const contactOperation = graphql(`query Contact { community { timeZone contactWays { ...WayParts opening { isOpen changesAt } } } }`, [wayParts]);

export const communityOperation = graphql(
  `query CommunityForm { community { version name claim { de en } brand accent timeZone logo { path width height } contactWays { ...WayParts } } }`,
  [wayParts],
);

// each asks for the community, too: so that this process shows it with its very next page
export const setCommunityOperation = graphql(`mutation SetCommunity($input: SetCommunityInput!) { done: setCommunity(input: $input) { problem { ...ProblemParts } community { version } } }`, [problemParts]);
export const setWaysOperation = graphql(`mutation SetContactWays($input: SetContactWaysInput!) { done: setContactWays(input: $input) { problem { ...ProblemParts } community { version } } }`, [problemParts]);
