import { graphql } from '../graphql/document.js';
import { problemParts } from '../graphql/problem.fragment.js';

/** Each act answers where the post stands now, so that the browser is led back to it. */
const writtenParts = graphql(
  `
    fragment WrittenParts on PostPayload { problem { ...ProblemParts } post { id } thread { id path answerCount } }
  `,
  [problemParts],
);

export const answerOperation = graphql(`mutation Answer($input: AnswerInput!) { written: answer(input: $input) { ...WrittenParts } }`, [writtenParts]);
export const commentOperation = graphql(`mutation Comment($input: CommentInput!) { written: comment(input: $input) { ...WrittenParts } }`, [writtenParts]);
export const voteOperation = graphql(`mutation Vote($input: VoteInput!) { written: vote(input: $input) { ...WrittenParts } }`, [writtenParts]);

/** What may be done with a post as it is: the name of the act in the address, and its mutation. */
export const POST_ACTS = {
  accept: graphql(`mutation Accept($input: AnswerIdInput!) { written: acceptAnswer(input: $input) { ...WrittenParts } }`, [writtenParts]),
  unaccept: graphql(`mutation Unaccept($input: AnswerIdInput!) { written: unacceptAnswer(input: $input) { ...WrittenParts } }`, [writtenParts]),
  'mark-official': graphql(`mutation MarkOfficial($input: AnswerIdInput!) { written: markOfficial(input: $input) { ...WrittenParts } }`, [writtenParts]),
  restore: graphql(`mutation Restore($input: RestorePostInput!) { written: restorePost(input: $input) { ...WrittenParts } }`, [writtenParts]),
  'unmark-official': graphql(`mutation UnmarkOfficial($input: AnswerIdInput!) { written: unmarkOfficial(input: $input) { ...WrittenParts } }`, [writtenParts]),
};

export const alsoSolvedOperation = graphql(`mutation AlsoSolved($input: AlsoSolvedInput!) { written: alsoSolved(input: $input) { ...WrittenParts } }`, [writtenParts]);

export const sameProblemOperation = graphql(
  `mutation SameProblem($input: SameProblemInput!) { said: sameProblem(input: $input) { problem { ...ProblemParts } thread { path } } }`,
  [problemParts],
);

/** Where a post stands: for permalinks, and for acts that were refused. */
export const postPlaceOperation = graphql(`query PostPlace($id: ID!) { post(id: $id) { id kind parentId thread { id path answerCount } } }`);
