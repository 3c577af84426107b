import { Injectable } from '@nestjs/common';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { type DocumentNode, type ExecutionArgs, getOperationAST, GraphQLError, type GraphQLFormattedError, Kind, parse, type SelectionSetNode, specifiedRules, validate } from 'graphql';
import type { Actor, Credential } from '#platform/access';
import type { GraphqlContext } from './context.js';
import { formatError } from './format-error.js';
import { costOf, limitRules, MAX_COMPLEXITY, MAX_RECURSIVE_SELECTIONS, MAX_TOKENS } from './limits.js';

const FAULTS_TOLD = 10;

export interface Subscribing {
  query: string;
  variables?: Record<string, unknown> | null | undefined;
  operationName?: string | null | undefined;
}

/** Subscriptions come by another door than queries; what they may ask for is limited by the same rules. */
@Injectable()
export class Subscriptions {
  constructor(private readonly host: GraphQLSchemaHost) {}

  /** What is to be executed, or why it is not. */
  prepare({ query, variables, operationName }: Subscribing, actor: Actor, credential: Credential): ExecutionArgs | GraphQLError[] {
    const { schema } = this.host;
    let document: DocumentNode;
    try {
      document = parse(query, { maxTokens: MAX_TOKENS });
    } catch (error) {
      return [error as GraphQLError];
    }
    if (getOperationAST(document, operationName)?.operation !== 'subscription') return [new GraphQLError('Only subscriptions here: send queries and mutations by POST.')];
    // first: what the other rules walk through must be finite
    if (selectionsOf(document) > MAX_RECURSIVE_SELECTIONS) return [new GraphQLError('This asks for too much at once: fewer fields and fragments.')];
    const faults = validate(schema, document, [...specifiedRules, ...limitRules], { maxErrors: FAULTS_TOLD });
    if (faults.length > 0) return [...faults];
    try {
      const cost = costOf(schema, document, { variables, operationName });
      if (cost > MAX_COMPLEXITY) return [new GraphQLError(`This asks for too much at once (cost ${cost}, at most ${MAX_COMPLEXITY}).`)];
    } catch (error) {
      if (error instanceof GraphQLError) return [error];
      throw error;
    }
    const contextValue: GraphqlContext = { actor, credential, loaders: new Map() };
    return { schema, document, variableValues: variables ?? {}, operationName: operationName ?? null, contextValue };
  }

  /** Errors as strangers may see them. */
  tell(errors: readonly GraphQLError[]): GraphQLFormattedError[] {
    return errors.map((error) => formatError(error.toJSON(), error));
  }
}

/** How many selections the document has with its fragments written out. Each fragment is counted once, so that counting costs nothing. */
function selectionsOf(document: DocumentNode): number {
  const fragments = new Map(document.definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one.selectionSet] as const] : [])));
  const known = new Map<string, number>();
  const count = (set: SelectionSetNode): number =>
    set.selections.reduce((sum, selection) => {
      if (selection.kind === Kind.FRAGMENT_SPREAD) return sum + 1 + spread(selection.name.value);
      return sum + 1 + (selection.selectionSet ? count(selection.selectionSet) : 0);
    }, 0);
  const spread = (name: string): number => {
    if (!known.has(name)) {
      known.set(name, 0); // a circle is refused by validation
      known.set(name, fragments.has(name) ? count(fragments.get(name)!) : 0);
    }
    return known.get(name)!;
  };
  return document.definitions.reduce((sum, one) => sum + (one.kind === Kind.OPERATION_DEFINITION ? count(one.selectionSet) : 0), 0);
}
