import { Injectable } from '@nestjs/common';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { type DocumentNode, execute, GraphQLError, Kind, validate } from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import type { Actor } from '#platform/access';

/** A GraphQL document that knows the type of its answer and of its variables. */
export interface Operation<Data, Variables> extends DocumentNode {
  /** Never there: it only carries the types. */
  __types?: (variables: Variables) => Data;
}

export interface Outcome<Data> {
  data: Data | null;
  errors: readonly GraphQLError[];
}

type Run = (variables: Record<string, unknown>, context: object) => Promise<{ data?: unknown; errors?: readonly Error[] | undefined }>;

/** Runs operations in this process: pages speak the same GraphQL as programs do, without the way over HTTP. */
@Injectable()
export class Operations {
  private readonly known = new WeakMap<DocumentNode, Run>();

  constructor(private readonly host: GraphQLSchemaHost) {}

  async run<Data, Variables>(actor: Actor, operation: Operation<Data, Variables>, variables: Variables): Promise<Outcome<Data>> {
    const run = this.known.get(operation) ?? this.check(operation);
    const { data, errors = [] } = await run(variables as Record<string, unknown>, { actor, loaders: new Map() });
    return { data: (data ?? null) as Data | null, errors: errors.map(asGraphql) };
  }

  /** Our own documents are few: each is checked once, and the reading ones are made functions, which ask the resolvers several times as fast as walking the document does. */
  private check(operation: DocumentNode): Run {
    const { schema } = this.host;
    const faults = validate(schema, operation);
    if (faults.length > 0) throw new Error(`This page asks for what the schema does not have: ${faults[0]!.message}`);
    const run = isQuery(operation) ? this.compile(operation) : (variables: Record<string, unknown>, contextValue: object) => execute({ schema, document: operation, variableValues: variables, contextValue });
    this.known.set(operation, run as Run);
    return run as Run;
  }

  // queries alone: the compiler does not know the default values of an input's fields, and writing costs what its statements cost
  private compile(operation: DocumentNode): Run {
    const compiled = compileQuery(this.host.schema, operation);
    if (!isCompiledQuery(compiled)) throw new Error(`This page's operation cannot be compiled: ${compiled.errors?.[0]?.message}`);
    return async (variables, context) => (compiled as CompiledQuery).query({}, context, variables);
  }
}

function isQuery(document: DocumentNode): boolean {
  return document.definitions.every((definition) => definition.kind !== Kind.OPERATION_DEFINITION || definition.operation === 'query');
}

/** Compiled functions answer errors of a class of their own, some without extensions. */
function asGraphql(error: Error): GraphQLError {
  if (error instanceof GraphQLError) return error;
  const { originalError = error, extensions } = error as { originalError?: Error; extensions?: Record<string, unknown> };
  return new GraphQLError(error.message, { originalError, extensions: extensions ?? (originalError as { extensions?: Record<string, unknown> }).extensions ?? {} });
}
