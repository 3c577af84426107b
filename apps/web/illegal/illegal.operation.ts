import { graphql } from '../graphql/document.js';
import { problemParts } from '../graphql/problem.fragment.js';

export const reportIllegalOperation = graphql(`mutation ReportIllegal($input: ReportIllegalInput!) { reported: reportIllegal(input: $input) { problem { ...ProblemParts } report { receipt } } }`, [problemParts]);
export const illegalReportOperation = graphql(`query IllegalReport($receipt: String!) { illegalReport(receipt: $receipt) { receipt note createdAt decidedAt outcome } }`);
