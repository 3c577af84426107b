import { type GraphQLObjectType, type GraphQLSchema, isObjectType } from 'graphql';

/**
 * Takes away the resolvers that only read the property of the field's own name: graphql does that by itself, and most fields of a page are
 * such ones. Nest gives one to every field; what it calls them is its own business, so that each is also tried.
 * The other resolvers are not asked where the object brought the answer along: a property that is a function answers for the field of its name,
 * as in graphql's own resolver.
 */
export function withPlainFields(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (isObjectType(type)) clear(type);
  }
  return schema;
}

function clear(type: GraphQLObjectType): void {
  for (const field of Object.values(type.getFields())) {
    const { name, resolve } = field;
    if (!resolve) continue;
    if (resolve.name === 'rootFieldResolver' && readsOnly(name, resolve as (root: object) => unknown)) field.resolve = undefined;
    else field.resolve = (parent, args, ...rest) => (typeof parent?.[name] === 'function' ? parent[name](args) : resolve(parent, args, ...rest));
  }
}

function readsOnly(name: string, resolve: (root: object) => unknown): boolean {
  const reads: unknown[] = [];
  const value = resolve(new Proxy({}, { get: (_, property) => void reads.push(property) }));
  return value === undefined && reads.length === 1 && reads[0] === name;
}
