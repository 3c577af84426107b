import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaBuilderModule, GraphQLSchemaFactory } from '@nestjs/graphql';
import { type GraphQLSchema, lexicographicSortSchema, printSchema } from 'graphql';
import { AccountsModule } from '#accounts';
import { CompanyModule } from '#company';
import { ForumModule } from '#forum';
import { KnowledgeModule } from '#knowledge';
import { ModerationModule } from '#moderation';
import { NotificationsModule } from '#notifications';
import { ReputationModule } from '#reputation';
import { RightsModule } from '#rights';
import { ScreeningModule } from '#screening';
import { SCHEMA_OPTIONS } from '#platform/graphql';
import { MailModule } from '#platform/mail';

const SLICES = [MailModule, AccountsModule, CompanyModule, ScreeningModule, ForumModule, KnowledgeModule, ModerationModule, NotificationsModule, ReputationModule, RightsModule];

const HEADER = '# The API of Kundig, written by `npm run sync`. Not edited by hand.\n\n';

/** The schema out of the resolvers' decorators alone: no server, no database. */
export async function buildSchema(): Promise<GraphQLSchema> {
  const builder = await NestFactory.create(GraphQLSchemaBuilderModule, { logger: false });
  await builder.init();
  try {
    const schema = await builder.get(GraphQLSchemaFactory).create(resolverClasses(), SCHEMA_OPTIONS);
    return lexicographicSortSchema(schema);
  } finally {
    await builder.close();
  }
}

export async function schemaText(): Promise<string> {
  return `${HEADER}${printSchema(await buildSchema())}\n`;
}

/** Every class that answers GraphQL fields. */
export function resolverClasses(): Function[] {
  return SLICES.flatMap(resolversOf);
}

function resolversOf(slice: object): Function[] {
  const providers = (Reflect.getMetadata('providers', slice) ?? []) as unknown[];
  return providers.filter((provider): provider is Function => typeof provider === 'function' && provider.name.endsWith('Resolver'));
}
