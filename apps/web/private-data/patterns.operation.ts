import { graphql } from '../graphql/document.js';
import { problemParts } from '../graphql/problem.fragment.js';

export const patternsOperation = graphql(`query CompanyPatterns { companyPatterns { version patterns { nameDe nameEn pattern example } } }`);

export const setPatternsOperation = graphql(`mutation SetCompanyPatterns($input: SetCompanyPatternsInput!) { setCompanyPatterns(input: $input) { problem { ...ProblemParts } } }`, [problemParts]);
