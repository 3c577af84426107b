import { graphql } from '../graphql/document.js';
import { problemParts } from '../graphql/problem.fragment.js';

export const legalPageOperation = graphql(`
  query LegalPage($page: LegalPageName!, $number: Int) {
    legalPage(page: $page, number: $number) { number html language publishedAt isCurrent versions { number publishedAt } }
  }
`);

export const legalSourcesOperation = graphql(`
  query LegalSources {
    imprint: legalPage(page: imprint) { number sourceDe sourceEn publishedAt mustAgree }
    privacy: legalPage(page: privacy) { number sourceDe sourceEn publishedAt mustAgree }
    rules: legalPage(page: rules) { number sourceDe sourceEn publishedAt mustAgree }
  }
`);

export const publishLegalPageOperation = graphql(`mutation PublishLegalPage($input: PublishLegalPageInput!) { done: publishLegalPage(input: $input) { problem { ...ProblemParts } } }`, [problemParts]);

export const agreeToRulesOperation = graphql(`mutation AgreeToRules($input: AgreeToRulesInput!) { done: agreeToRules(input: $input) { problem { ...ProblemParts } } }`, [problemParts]);
