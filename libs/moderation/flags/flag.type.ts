import { Field, GraphQLISODateTime, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsEnum } from 'class-validator';
import { Member } from '#accounts';
import { IdField, LineField, MutationInput } from '#platform/graphql';

export enum FlagReason {
  spam = 'spam',
  offensive = 'offensive',
  troll = 'troll',
  privateData = 'private_data',
  offTopic = 'off_topic',
  illegal = 'illegal',
  wrong = 'wrong',
}
registerEnumType(FlagReason, {
  name: 'FlagReason',
  description: 'Why a post is reported.',
  valuesMap: {
    spam: { description: 'It advertises.' },
    offensive: { description: 'It insults or threatens somebody.' },
    troll: { description: 'It is there to provoke.' },
    privateData: { description: 'It holds somebody’s private data.' },
    offTopic: { description: 'It does not belong there.' },
    illegal: { description: 'It breaks the law.' },
    wrong: { description: 'It says what is not so. Never hides it.' },
  },
});

@InputType({ description: 'A post that somebody should look at.' })
export class FlagPostInput extends MutationInput {
  @IdField('Which post.')
  postId: string;

  @Field(() => FlagReason, { description: 'Why.' })
  @IsEnum(FlagReason)
  reason: FlagReason;

  @LineField('What those who look at it should know.', { min: 0, max: 500, nullable: true })
  note?: string | null;
}

@ObjectType({ description: 'That somebody reported a post.' })
export class Flag {
  @Field(() => FlagReason, { description: 'Why.' })
  reason: FlagReason;

  @Field(() => String, { description: 'What they said with it; empty where they said nothing.' })
  note: string;

  @Field(() => Member, { nullable: true, description: 'Who; null where they have no account any more.' })
  member: Member | null;

  @Field(() => GraphQLISODateTime, { description: 'When.' })
  createdAt: Date;
}
