import { Field, GraphQLISODateTime, InputType, ObjectType } from '@nestjs/graphql';
import { Member } from '#accounts';
import { IdField, MutationInput } from '#platform/graphql';

@InputType({ description: 'A question that one is on, or no longer.' })
export class ClaimQuestionInput extends MutationInput {
  @IdField('Which question.')
  threadId: string;
}

@ObjectType({ description: 'Somebody is on a question: they are about to answer. Others may answer all the same.' })
export class QuestionClaim {
  @Field(() => Member, { description: 'Who.' })
  member: Member;

  @Field(() => GraphQLISODateTime, { description: 'Since when.' })
  since: Date;

  @Field(() => GraphQLISODateTime, { description: 'When it ends by itself, unless they answer or give it back before.' })
  until: Date;
}

/** JSON holds times as text. */
export function datedClaim({ member, since, until }: QuestionClaim): QuestionClaim {
  return { member: { ...member, createdAt: new Date(member.createdAt) }, since: new Date(since), until: new Date(until) };
}
