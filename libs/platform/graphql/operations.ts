import { Injectable } from '@nestjs/common';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { type DocumentNode, type GraphQLError, validate } from 'graphql';
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

/** Runs operations in this process: pages speak the same GraphQL as programs do, without the way over HTTP. */
@Injectable()
export class Operations {
  private readonly compiled = new WeakMap<DocumentNode, CompiledQuery>();

  constructor(private readonly host: GraphQLSchemaHost) {}

  async run<Data, Variables>(actor: Actor, operation: Operation<Data, Variables>, variables: Variables): Promise<Outcome<Data>> {
    const { query } = this.compiled.get(operation) ?? this.compile(operation);
    const { data, errors } = await query({}, { actor, loaders: new Map() }, variables as Record<string, unknown>);
    return { data: (data ?? null) as Data | null, errors: errors ?? [] };
  }

  /** Our own documents are few: each is checked and made a function once, which asks the resolvers several times as fast as walking the document does. */
  private compile(operation: DocumentNode): CompiledQuery {
    const { schema } = this.host;
    const faults = validate(schema, operation);
    if (faults.length > 0) throw new Error(`This page asks for what the schema does not have: ${faults[0]!.message}`);
    const compiled = compileQuery(schema, operation);
    if (!isCompiledQuery(compiled)) throw new Error(`This page's operation cannot be compiled: ${compiled.errors?.[0]?.message}`);
    this.compiled.set(operation, compiled);
    return compiled;
  }
}
