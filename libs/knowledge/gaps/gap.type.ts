import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Thread } from '#forum';
import { connectionOf, IdField, MutationInput, Payload } from '#platform/graphql';

/** `need`: searches and people together, by which gaps are ordered. */
@ObjectType({ description: 'What people searched for within 30 days, or have asked for a day and up to three months, and the community has no good answer to. Each night, what is the same in other words becomes one.' })
export class Gap {
  key: string;
  need: number;

  @Field(() => ID, { description: 'gap_ and a number.' })
  id: string;

  @Field(() => String, { description: 'The words in which it was asked last, without what looked private in them; up to 200 characters.' })
  words: string;

  @Field(() => String, { nullable: true, description: 'Their language, de or en; null where it is not known.' })
  language: string | null;

  @Field(() => Int, { description: 'How often it was searched for, in whatever order and form of the words. Reloads count.' })
  searches: number;

  @Field(() => Int, { description: 'How many people have asked it, or say that they have this problem too.' })
  people: number;

  @Field(() => [Thread], { description: 'Questions that ask it and wait for a good answer: neither accepted nor official, none with more votes for than against it. At most five, what most have first.' })
  questions: Thread[];

  @Field(() => GraphQLISODateTime, { description: 'When it was searched for or asked last.' })
  lastAt: Date;

  @Field(() => Thread, { nullable: true, description: 'What comes nearest: found first the last time, and not good enough.' })
  nearest: Thread | null;
}

@ObjectType({ description: 'A page of what people miss, what is missed most first.' })
export class GapConnection extends connectionOf(Gap, 'Gap') {}

@InputType({ description: 'Which gap.' })
export class CloseGapInput extends MutationInput {
  @IdField('Which gap, by the id that `gaps` gave.')
  gapId: string;
}

@ObjectType({ description: 'The gap that was closed.' })
export class GapPayload extends Payload {
  @Field(() => ID, { nullable: true, description: 'Its id; null where nothing was done.' })
  gapId?: string | null;
}
