import { graphql } from '../graphql/document.js';

export const stepsOperation = graphql(`
  query FirstSteps {
    firstSteps { isNamed hasStaff hasLegalPages isDismissed }
    community { brand contactWays { kind } }
    categories { id }
  }
`);

/** Known without a look into the database. */
export const dismissedOperation = graphql(`query DismissedSteps { firstSteps { isDismissed } }`);

export const memberByEmailOperation = graphql(`query MemberByEmail($email: String!) { memberByEmail(email: $email) { id } }`);

export const dismissOperation = graphql(`mutation DismissFirstSteps($input: DismissFirstStepsInput!) { dismissFirstSteps(input: $input) { clientMutationId } }`);
