import { graphql } from '../graphql/document.js';
import { problemParts } from '../graphql/problem.fragment.js';

export const solvedOperation = graphql(`mutation Solved($input: OpenedWhileAskingInput!) { said: solvedMyProblem(input: $input) { problem { ...ProblemParts } thread { path } entry { path } } }`, [problemParts]);

export const openedOperation = graphql(`mutation Opened($input: OpenedWhileAskingInput!) { told: openedWhileAsking(input: $input) { problem { code } } }`);

export const askedAfterAllOperation = graphql(`mutation AskedAfterAll($input: AskedAfterAllInput!) { told: askedAfterAll(input: $input) { problem { code } } }`);
