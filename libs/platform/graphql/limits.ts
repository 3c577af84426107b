import type { ApolloServerPlugin } from '@apollo/server';
import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import { maxDirectivesRule } from '@escape.tech/graphql-armor-max-directives';
import { type ASTVisitor, type DocumentNode, GraphQLError, type GraphQLSchema, Kind, type ValidationContext, type ValidationRule } from 'graphql';
import { fieldExtensionsEstimator, getComplexity, simpleEstimator } from 'graphql-query-complexity';

// Measured against hostile documents: well above what a page of ours needs, well below what hurts.
export const MAX_TOKENS = 2_000;
export const MAX_RECURSIVE_SELECTIONS = 1_000;
const MAX_DEPTH = 10;
const MAX_ALIASES = 15;
const MAX_DIRECTIVES = 20;
const MAX_VALUES = 1_000; // in the variables: 30,000 in one list kept the checks of inputs busy for nearly two seconds
export const MAX_COMPLEXITY = 1_000;

// the rules report instead of throwing: thrown, they would be answered with status 500
const reporting = { propagateOnRejection: false, onReject: [(context: ValidationContext | null, error: GraphQLError) => context?.reportError(error)] };

function oneRootFieldPerMutation(context: ValidationContext): ASTVisitor {
  return {
    OperationDefinition(operation) {
      if (operation.operation !== 'mutation') return;
      const [selection, ...others] = operation.selectionSet.selections;
      // a fragment could hide any number of fields
      if (others.length === 0 && selection?.kind === Kind.FIELD) return;
      context.reportError(new GraphQLError('One mutation a request: each is a transaction of its own.', { nodes: operation }));
    },
  };
}

/** A subscription lasts, a request does not: it has a door of its own. */
export function noSubscription(context: ValidationContext): ASTVisitor {
  return {
    OperationDefinition(operation) {
      if (operation.operation === 'subscription') context.reportError(new GraphQLError('Subscribe over WebSocket (graphql-transport-ws), at this address.', { nodes: operation }));
    },
  };
}

export const limitRules: ValidationRule[] = [
  oneRootFieldPerMutation,
  maxAliasesRule({ n: MAX_ALIASES, ...reporting }),
  maxDepthRule({ n: MAX_DEPTH, ...reporting }),
  maxDirectivesRule({ n: MAX_DIRECTIVES, ...reporting }),
];

/** Refuses an operation that could cost too much, counted with its variables. */
export function complexityLimit(schema: GraphQLSchema): ApolloServerPlugin {
  return {
    requestDidStart: async () => ({
      didResolveOperation: async ({ request, document, operation }) => {
        if (holdsMoreThan(MAX_VALUES, request.variables)) throw new GraphQLError(`More than ${MAX_VALUES} values in the variables.`, { extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } } });
        if (!operation) return; // none of that name, or several and no name: executing says so
        const cost = costOf(schema, document, request);
        if (cost <= MAX_COMPLEXITY) return;
        throw new GraphQLError(`This asks for too much at once (cost ${cost}, at most ${MAX_COMPLEXITY}): smaller pages, fewer fields.`, {
          extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } },
        });
      },
    }),
  };
}

/** Without recursion, and no further than it needs to: what is counted may be as deep and as long as a body allows. */
function holdsMoreThan(most: number, value: unknown): boolean {
  const left = [value];
  for (let seen = 0; left.length > 0; seen += 1) {
    if (seen + left.length > most) return true;
    const next = left.pop();
    if (typeof next === 'object' && next !== null) for (const part of Object.values(next)) left.push(part);
  }
  return false;
}

interface Asked {
  variables?: Record<string, unknown> | null | undefined;
  operationName?: string | null | undefined;
}

/**
 * Throws where a variable or an argument does not fit. It is not left to the execution to say so: that would answer null for the one field
 * and read all the others, whatever they cost.
 */
export function costOf(schema: GraphQLSchema, document: DocumentNode, request: Asked): number {
  try {
    return getComplexity({
      schema,
      query: document,
      variables: request.variables ?? {},
      ...(request.operationName ? { operationName: request.operationName } : {}),
      estimators: [fieldExtensionsEstimator(), listEstimator, simpleEstimator({ defaultComplexity: 1 })],
    });
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    throw new GraphQLError(error.message, { nodes: error.nodes, extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } } });
  }
}

const ONE_STATEMENT = 50; // a list that is read by itself for each of its parents: twenty of them are too many for one request

/** A list costs its limit times what each item asks for. */
const listEstimator = ({ args, childComplexity }: { args: Record<string, unknown>; childComplexity: number }): number | undefined => {
  const { first, last } = args;
  const limit = first ?? last;
  return typeof limit === 'number' ? 1 + Math.min(Math.max(limit, 1), 100) * childComplexity : undefined;
};

/** For a list below an object that is not batched over its parents: what it costs beside its items. */
export const costsAStatement = (options: { args: Record<string, unknown>; childComplexity: number }): number =>
  ONE_STATEMENT + (listEstimator(options) ?? options.childComplexity);
