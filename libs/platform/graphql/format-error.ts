import { unwrapResolverError } from '@apollo/server/errors';
import { Logger } from '@nestjs/common';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';

const OURS = new Set(['UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND', 'BAD_USER_INPUT']);
const CALLERS = new Set(['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'BAD_REQUEST', 'PERSISTED_QUERY_NOT_FOUND', 'OPERATION_RESOLUTION_FAILURE']);

const log = new Logger('GraphQL');

/** Errors as strangers may see them: a code out of a closed set, and nothing of our inside. */
export function formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const code = formatted.extensions?.code as string;
  const place = { ...(formatted.path ? { path: formatted.path } : {}), ...(formatted.locations ? { locations: formatted.locations } : {}) };
  if (OURS.has(code)) return { message: withoutHints(formatted.message), ...place, extensions: { code } };
  if (CALLERS.has(code)) return { message: withoutHints(formatted.message), ...place, extensions: { code: 'BAD_USER_INPUT' } };
  const cause = unwrapResolverError(error);
  if (cause instanceof GraphQLError && cause.extensions.code === undefined && !cause.originalError) {
    return { message: withoutHints(formatted.message), ...place, extensions: { code: 'BAD_USER_INPUT' } };
  }
  log.error(cause instanceof Error ? (cause.stack ?? cause.message) : String(cause));
  return { message: 'Something went wrong on our side.', ...place, extensions: { code: 'INTERNAL' } };
}

/** graphql-js offers names it knows ("Did you mean ..."): a map of the schema for those who guess. */
function withoutHints(message: string): string {
  return message.replace(/ ?Did you mean [^?]*\?/g, '');
}
