import { type GraphQLSchema, isObjectType } from 'graphql';
import { ACCESS, type AccessLevel } from '#platform/access';
import { resolverClasses } from '../../../apps/kundig/schema.js';

// What @nestjs/graphql and @nestjs/common write beside a resolver; they export no names for it.
const TYPE = 'graphql:resolver_type';
const NAME = 'graphql:resolver_name';
const IS_FIELD = 'graphql:resolve_property';
const ARGUMENTS = '__routeArguments__';
const CONTEXT = '1:';
const CUSTOM = '__customRouteArgs__'; // a decorator of ours: on a field resolver, @CurrentActor

/** Every root field with its @Access. */
export function accessOfRootFields(schema: GraphQLSchema): Map<string, AccessLevel> {
  const marked = new Map<string, AccessLevel>();
  for (const { method, key } of methods()) {
    const access = Reflect.getMetadata(ACCESS, method) as AccessLevel | undefined;
    if (access && Reflect.getMetadata(TYPE, method)) marked.set((Reflect.getMetadata(NAME, method) as string | undefined) ?? key, access);
  }
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].flatMap((type) => Object.keys(type?.getFields() ?? {}));
  return new Map(roots.map((name) => [name, marked.get(name)!]));
}

/**
 * Every field whose value may depend on who asks: those of the *Viewer types, and those whose resolver takes the actor or the
 * context. A payload's are not among them: the mutation's own row runs them.
 */
export function guardedFields(schema: GraphQLSchema): string[] {
  const types = Object.values(schema.getTypeMap()).filter(isObjectType);
  const viewers = types.filter(({ name }) => name.endsWith('Viewer')).flatMap((type) => Object.keys(type.getFields()).map((field) => `${type.name}.${field}`));
  const resolved: string[] = [];
  for (const { owner, method, key } of methods()) {
    if (!Reflect.getMetadata(IS_FIELD, method)) continue;
    const taken = Object.keys((Reflect.getMetadata(ARGUMENTS, owner, key) ?? {}) as object);
    if (!taken.some((parameter) => parameter.startsWith(CONTEXT) || parameter.includes(CUSTOM))) continue;
    const type = schema.getType(Reflect.getMetadata(TYPE, owner) as string);
    const field = (Reflect.getMetadata(NAME, method) as string | undefined) ?? key;
    if (!isObjectType(type)) throw new Error(`${owner.name}.${key}: name its type in @Resolver(() => Type).`);
    if (type.name.endsWith('Payload') || /Viewer!?$/.test(type.getFields()[field]!.type.toString())) continue;
    resolved.push(`${type.name}.${field}`);
  }
  return [...viewers, ...resolved];
}

function methods(): { owner: Function; method: object; key: string }[] {
  return resolverClasses().flatMap((owner) =>
    Object.getOwnPropertyNames(owner.prototype)
      .filter((key) => key !== 'constructor')
      .map((key) => ({ owner, key, method: (owner.prototype as Record<string, object>)[key]! })),
  );
}
