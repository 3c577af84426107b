import { readFileSync } from 'node:fs';
import { TypeMetadataStorage } from '@nestjs/graphql';
import { getMetadataStorage } from 'class-validator';
import { type GraphQLSchema, isEnumType, isInputObjectType, isInterfaceType, isObjectType } from 'graphql';
import { ACCESS, WHILE_SUSPENDED } from '#platform/access';
import { buildSchema, resolverClasses, schemaText } from './schema.js';

describe('the GraphQL schema', () => {
  let schema: GraphQLSchema;
  beforeAll(async () => { schema = await buildSchema(); });

  it('is the committed one: run `npm run sync` after a change', async () => {
    const committed = readFileSync('schema.graphql', 'utf8');
    expect(await schemaText()).toBe(committed);
  });

  it('describes every type, field, argument and value', () => {
    const silent: string[] = [];
    const look = (name: string, thing: { description?: string | null | undefined }) => {
      if (!thing.description) silent.push(name);
    };
    for (const type of Object.values(schema.getTypeMap())) {
      if (type.name.startsWith('__') || ['Query', 'Mutation', 'Subscription', 'String', 'Int', 'Boolean', 'ID', 'Float'].includes(type.name)) continue;
      look(type.name, type);
    }
    for (const type of Object.values(schema.getTypeMap()).filter((candidate) => !candidate.name.startsWith('__'))) {
      if (isEnumType(type)) for (const value of type.getValues()) look(`${type.name}.${value.name}`, value);
      if (isObjectType(type) || isInterfaceType(type) || isInputObjectType(type)) {
        for (const field of Object.values(type.getFields())) {
          look(`${type.name}.${field.name}`, field);
          if ('args' in field) for (const argument of field.args) look(`${type.name}.${field.name}(${argument.name})`, argument);
        }
      }
    }
    expect(silent).toEqual([]);
  });

  it('says of every root field who may use it: @Access on the resolver', () => {
    const unmarked: string[] = [];
    for (const resolver of resolverClasses()) {
      for (const name of Object.getOwnPropertyNames(resolver.prototype)) {
        const method = (resolver.prototype as Record<string, object>)[name]!;
        const kind = Reflect.getMetadata('graphql:resolver_type', method) as string | undefined;
        if ((kind === 'Query' || kind === 'Mutation' || kind === 'Subscription') && !Reflect.getMetadata(ACCESS, method)) unmarked.push(`${resolver.name}.${name}`);
      }
    }
    expect(unmarked).toEqual([]);
  });

  it('lets a suspended member act on their own account and reading, and appeal: nothing else', () => {
    const allowed: string[] = [];
    for (const resolver of resolverClasses()) {
      for (const name of Object.getOwnPropertyNames(resolver.prototype)) if (Reflect.getMetadata(WHILE_SUSPENDED, (resolver.prototype as Record<string, object>)[name]!) === true) allowed.push(name);
    }
    expect(allowed.sort()).toEqual([
      'agreeToRules', 'appeal', 'bookmark', 'changeLanguage', 'changePassword', 'changeTheme', 'deleteMyAccount', 'deletePost', 'discardDraft', 'exportMyData', 'follow',
      'markNotificationsRead', 'markRead', 'muteMember', 'removeAttachment', 'revokeSession', 'revokeToken', 'saveDraft', 'setListed', 'setNotificationPreferences', 'unsubscribe',
    ]);
  });

  it('checks every field of every input: one without a validator would be stripped before anyone reads it', () => {
    TypeMetadataStorage.compile();
    const unchecked: string[] = [];
    for (const input of TypeMetadataStorage.getInputTypesMetadata()) {
      const checked = new Set(getMetadataStorage().getTargetValidationMetadatas(input.target, '', false, false).map((rule) => rule.propertyName));
      for (const field of input.properties ?? []) if (!checked.has(field.name)) unchecked.push(`${input.name}.${field.name}`);
    }
    expect(unchecked).toEqual([]);
  });

  it('gives every mutation one input with a clientMutationId, and a payload with a problem', () => {
    for (const field of Object.values(schema.getMutationType()!.getFields())) {
      expect([field.name, field.args.map((argument) => argument.name)]).toEqual([field.name, ['input']]);
      expect(field.type.toString()).toMatch(/Payload!$/);
      const input = schema.getType(field.args[0]!.type.toString().replace('!', ''));
      expect(isInputObjectType(input) && Object.keys(input.getFields())).toContain('clientMutationId');
    }
  });
});
