import { type DefinitionNode, type DocumentNode, Kind, parse } from 'graphql';
import type { initGraphQLTada } from 'gql.tada';
import type { introspection } from './schema.types.js';

interface Setup {
  introspection: introspection;
  disableMasking: true; // a view takes what its page asked for, and TypeScript says whether that is enough
  scalars: { DateTime: string; ID: string };
}

/**
 * A GraphQL document whose answer and variables are typed out of the schema: gql.tada's types over graphql's own parser,
 * so that only the type checker needs gql.tada. Fragments it uses stand in the list behind it.
 */
export const graphql = parseDocument as unknown as ReturnType<typeof initGraphQLTada<Setup>>;

export type { FragmentOf, ResultOf, TadaDocumentNode, VariablesOf } from 'gql.tada';

function parseDocument(source: string, fragments: readonly DocumentNode[] = []): DocumentNode {
  const own = parse(source, { noLocation: true }).definitions;
  // a fragment that several others bring along is one object, and counts once
  const definitions = new Set<DefinitionNode>([...own, ...fragments.flatMap((fragment) => fragment.definitions)]);
  return { kind: Kind.DOCUMENT, definitions: [...definitions] };
}
