/** GraphQL as this house speaks it: the module with its limits, problems as data, idempotent mutations, connections, loaders. */
export { GraphqlModule, SCHEMA_OPTIONS } from './graphql.module.js';
export { type Operation, Operations, type Outcome } from './operations.js';
export { type Subscribing, Subscriptions } from './subscriptions.js';
export { asksFor } from './asks-for.js';
export { collectorOf, CurrentActor, type GraphqlContext, loaderOf } from './context.js';
export { Conflict, InvalidInput, NotAllowed, PrivateData, Problem, TooFast } from './problem.type.js';
export { badArguments, conflict, type FieldCode, type FieldFault, type FoundPrivate, invalid, Moved, notAllowed, notFound, permit, type ProblemData, Refused, tooFast } from './refused.js';
export { again } from './again.js';
export { InputPipe } from './input.pipe.js';
export { CheckedFurther, type InputCheck } from './input.check.js';
export { fieldMessage, problemMessage } from './problem.texts.js';
export { connectionOf, PageInfo, PagesArgs } from './connection.type.js';
export { BasedOnField, IdField, Input, LineField, LongTextField, MutationInput, PasswordField } from './input.js';
export { Payload, tellProblem } from './payload.type.js';
export { costsAStatement } from './limits.js';
export { pageArguments } from './page-arguments.js';
