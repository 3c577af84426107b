import { graphql } from '../graphql/document.js';
import { problemParts } from '../graphql/problem.fragment.js';

export const deleteAccountOperation = graphql(`mutation DeleteMyAccount($input: DeleteMyAccountInput!) { done: deleteMyAccount(input: $input) { problem { ...ProblemParts } } }`, [problemParts]);
