import { Injectable } from '@nestjs/common';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { type DocumentNode, execute, type GraphQLError, validate } from 'graphql';
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
  private readonly valid = new WeakSet<DocumentNode>();

  constructor(private readonly host: GraphQLSchemaHost) {}

  async run<Data, Variables>(actor: Actor, operation: Operation<Data, Variables>, variables: Variables): Promise<Outcome<Data>> {
    const { schema } = this.host;
    if (!this.valid.has(operation)) {
      const faults = validate(schema, operation);
      if (faults.length > 0) throw new Error(`This page asks for what the schema does not have: ${faults[0]!.message}`);
      this.valid.add(operation);
    }
    const { data, errors } = await execute({
      schema,
      document: operation,
      variableValues: variables as Record<string, unknown>,
      contextValue: { actor, loaders: new Map() },
    });
    return { data: (data ?? null) as Data | null, errors: errors ?? [] };
  }
}
