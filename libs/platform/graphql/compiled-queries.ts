import { type ApolloServerPlugin, HeaderMap } from '@apollo/server';
import type { GraphQLError } from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import { formatError } from './format-error.js';

const WORTH_IT = 3; // times a query has come before it is compiled: programs repeat theirs, guessers do not
const MOST_KNOWN = 300; // queries: the oldest are forgotten first

/** Runs queries that programs send again and again as compiled functions, as pages run their own; what does not compile, or fails as a whole, is executed as ever. */
export function compiledQueries(): ApolloServerPlugin {
  const known = new Map<string, CompiledQuery | number>();
  return {
    requestDidStart: async () => ({
      responseForOperation: async ({ schema, document, operation, operationName, queryHash, contextValue, request }) => {
        if (operation?.operation !== 'query' || !queryHash) return null; // there is none where the name fits none
        const name = `${queryHash} ${operationName ?? ''}`;
        let compiled = known.get(name) ?? 0;
        if (typeof compiled === 'number') {
          compiled += 1;
          if (compiled === WORTH_IT) {
            const outcome = compileQuery(schema, document, operationName ?? undefined);
            if (isCompiledQuery(outcome)) compiled = outcome;
          }
          known.set(name, compiled);
          if (known.size > MOST_KNOWN) known.delete(known.keys().next().value!);
        }
        if (typeof compiled === 'number') return null;
        const { data, errors } = await compiled.query({}, contextValue, request.variables ?? {});
        if (!data) return null; // variables that do not fit, say: told where everything is told
        return { http: { headers: new HeaderMap(), status: undefined }, body: { kind: 'single', singleResult: errors ? { data, errors: errors.map(told) } : { data } } };
      },
    }),
  };
}

function told(error: GraphQLError) {
  const formatted = error.toJSON();
  return formatError({ ...formatted, extensions: { code: 'INTERNAL_SERVER_ERROR', ...formatted.extensions } }, error);
}
