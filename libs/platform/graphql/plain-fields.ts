import { type GraphQLObjectType, type GraphQLSchema, isObjectType } from 'graphql';

/**
 * Takes away the resolvers that only read the property of the field's own name: graphql does that by itself, and most fields of a page are
 * such ones. Nest gives one to every field; what it calls them is its own business, so that each is also tried.
 */
export function withPlainFields(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (isObjectType(type)) clear(type);
  }
  return schema;
}

function clear(type: GraphQLObjectType): void {
  for (const field of Object.values(type.getFields())) {
    if (field.resolve?.name === 'rootFieldResolver' && readsOnly(field.name, field.resolve as (root: object) => unknown)) field.resolve = undefined;
  }
}

function readsOnly(name: string, resolve: (root: object) => unknown): boolean {
  const reads: unknown[] = [];
  const value = resolve(new Proxy({}, { get: (_, property) => void reads.push(property) }));
  return value === undefined && reads.length === 1 && reads[0] === name;
}
