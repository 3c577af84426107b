import { graphql } from '../graphql/document.js';
import { problemParts } from '../graphql/problem.fragment.js';

export const dataOperation = graphql(`query Data { viewer { id dataExport { state done total bytes requestedAt expiresAt nextAt path } } }`);

export const exportOperation = graphql(`mutation ExportMyData($input: ExportMyDataInput!) { done: exportMyData(input: $input) { problem { ...ProblemParts } } }`, [problemParts]);
