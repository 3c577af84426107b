import { type FragmentOf, graphql } from './document.js';

/** Why a mutation did nothing, as much as a form shows of it. */
export const problemParts = graphql(`
  fragment ProblemParts on Problem {
    __typename
    code
    message
    ... on NotAllowed { reason }
    ... on InvalidInput { fields { field message } }
    ... on PrivateData { confirmation foundCount found { kind name field start excerpt } }
  }
`);

export type ProblemParts = FragmentOf<typeof problemParts>;

const STATUS: Record<string, number> = { InvalidInput: 422, NotAllowed: 403, Conflict: 409, TooFast: 429, PrivateData: 422 };

export function statusOf(problem: { code: string }): number {
  return STATUS[problem.code] ?? 422;
}
