import { graphql } from '../graphql/document.js';

export const stepsOperation = graphql(`
  query FirstSteps {
    firstSteps { isNamed hasStaff isDismissed }
    community { brand contactWays { kind } }
    categories { id }
    imprint: legalPage(page: imprint) { number }
    privacy: legalPage(page: privacy) { number }
  }
`);

export const memberByEmailOperation = graphql(`query MemberByEmail($email: String!) { memberByEmail(email: $email) { id } }`);

export const dismissOperation = graphql(`mutation DismissFirstSteps($input: DismissFirstStepsInput!) { dismissFirstSteps(input: $input) { clientMutationId } }`);
