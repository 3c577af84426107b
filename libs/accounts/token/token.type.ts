import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsEnum, IsInt, Max, Min } from 'class-validator';
import type { Scope } from '#platform/access';
import { IdField, LineField, MutationInput, PasswordField, Payload } from '#platform/graphql';

export enum TokenScope {
  read = 'read',
  write = 'write',
  admin = 'admin',
}
registerEnumType(TokenScope, {
  name: 'TokenScope',
  description: 'What a program may do with a token, as far as its member may.',
  valuesMap: {
    read: { description: 'Read what the member may read.' },
    write: { description: 'Read, and write in the member’s name.' },
    admin: { description: 'Besides, what only admins may.' },
  },
});

@ObjectType({ description: 'A personal access token, without its secret.' })
export class AccessToken {
  @Field(() => ID, { description: 'tok_ and a random id.' })
  id: string;

  @Field(() => String, { description: 'The name its member gave it.' })
  name: string;

  @Field(() => [TokenScope], { description: 'What it may do.' })
  scopes: Scope[];

  @Field(() => GraphQLISODateTime, { description: 'Since when.' })
  createdAt: Date;

  @Field(() => GraphQLISODateTime, { description: 'From then on it opens nothing.' })
  expiresAt: Date;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it was last used, to about a minute; null where never.' })
  lastUsedAt: Date | null;
}

@InputType({ description: 'A new personal access token.' })
export class CreateTokenInput extends MutationInput {
  @LineField('What it is for.', { min: 1, max: 60 })
  name: string;

  @Field(() => [TokenScope], { description: 'What it may do.' })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(3)
  @IsEnum(TokenScope, { each: true })
  scopes: TokenScope[];

  @Field(() => Int, { defaultValue: 90, description: 'How many days it lasts, 1 to 366.' })
  @IsInt()
  @Min(1)
  @Max(366)
  days: number;

  @PasswordField('The member’s password: a session left open makes no token.', { min: 1, max: 128 })
  password: string;
}

@InputType({ description: 'A personal access token to end.' })
export class RevokeTokenInput extends MutationInput {
  @IdField('Which token.')
  tokenId: string;
}

@ObjectType({ description: 'The member’s tokens as they are now.' })
export class TokenPayload extends Payload {
  memberKey?: string | null;
}
