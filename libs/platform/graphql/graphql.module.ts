import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { GraphQLModule as NestGraphqlModule } from '@nestjs/graphql';
import type { ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { Actor } from '#platform/access';
import { RUNTIME, type Runtime } from '#platform/runtime';
import { AccessGuard } from './access.guard.js';
import type { GraphqlContext } from './context.js';
import { ErrorFilter } from './error.filter.js';
import { formatError } from './format-error.js';
import { Events } from '#platform/events';
import { Idempotency } from './idempotency.js';
import { InputPipe } from './input.pipe.js';
import { compiledQueries } from './compiled-queries.js';
import { complexityLimit, limitRules, MAX_RECURSIVE_SELECTIONS, MAX_TOKENS, noSubscription } from './limits.js';
import { MutationInterceptor } from './mutation.interceptor.js';
import { Operations } from './operations.js';
import { withPlainFields } from './plain-fields.js';
import { Conflict, InvalidInput, NotAllowed, PrivateData, TooFast } from './problem.type.js';
import { Subscriptions } from './subscriptions.js';

/** How the schema is built, in a running process and for the committed file alike. */
export const SCHEMA_OPTIONS = { orphanedTypes: [InvalidInput, NotAllowed, Conflict, TooFast, PrivateData], numberScalarMode: 'integer' as const };

@Global()
@Module({
  imports: [
    NestGraphqlModule.forRootAsync<ApolloDriverConfig>({
      driver: ApolloDriver,
      inject: [RUNTIME],
      useFactory: ({ settings }: Runtime) => ({
        path: '/graphql',
        autoSchemaFile: true, // in memory: the committed file is written by `npm run sync`
        sortSchema: true,
        buildSchemaOptions: SCHEMA_OPTIONS,
        playground: false,
        introspection: true,
        csrfPrevention: true,
        hideSchemaDetailsFromClientErrors: true,
        includeStacktraceInErrorResponses: false,
        maxTokens: MAX_TOKENS,
        parseOptions: { maxTokens: MAX_TOKENS },
        maxRecursiveSelections: MAX_RECURSIVE_SELECTIONS,
        validationRules: [...limitRules, noSubscription],
        formatError,
        context: ({ req }: { req: { actor?: Actor } }): GraphqlContext => ({
          actor: req.actor ?? Actor.guest(settings.language),
          loaders: new Map(),
        }),
        transformSchema: withPlainFields,
        // it would watch every field for cache hints, of which we give none
        plugins: [ApolloServerPluginCacheControlDisabled(), limitsOfThisSchema(), compiledQueries()],
      }),
    }),
  ],
  providers: [
    Operations,
    Subscriptions,
    Events,
    Idempotency,
    { provide: APP_FILTER, useClass: ErrorFilter },
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_PIPE, useClass: InputPipe },
    { provide: APP_INTERCEPTOR, useClass: MutationInterceptor },
  ],
  exports: [Operations, Subscriptions],
})
export class GraphqlModule {}

/** The limit on cost needs the schema, which is only there once the server starts. */
function limitsOfThisSchema(): ApolloServerPlugin {
  let limit: ApolloServerPlugin | undefined;
  return {
    serverWillStart: async ({ schema }) => {
      limit = complexityLimit(schema);
    },
    requestDidStart: async (request) => limit?.requestDidStart?.(request),
  };
}

