import { ArgsType, Field, GraphQLISODateTime, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsDate, IsEnum, IsOptional } from 'class-validator';
import { Thread } from '#forum';
import { connectionOf, IdField, LineField, MutationInput, PagesArgs } from '#platform/graphql';

const ASKED_LENGTH = { min: 0, max: 200, nullable: true };

export enum DeflectionOutcome {
  likely = 'likely',
  failed = 'failed',
  confirmed = 'confirmed',
}
registerEnumType(DeflectionOutcome, {
  name: 'DeflectionOutcome',
  description: 'What became of a thread that somebody opened while they were about to ask. The three are never one number.',
  valuesMap: {
    likely: { description: 'They left without a word, and posted nothing.' },
    failed: { description: 'They posted their question after all.' },
    confirmed: { description: 'They said that it solved their problem.' },
  },
});

@InputType({ description: 'A thread that was opened while asking, or from a search.' })
export class OpenedWhileAskingInput extends MutationInput {
  @IdField('Which thread.')
  threadId: string;

  @LineField('The words that led there. Kept without what looks private in them, and shown to staff alone.', ASKED_LENGTH)
  asked?: string | null;
}

@InputType({ description: 'A question that was posted although a thread had been opened that might have answered it.' })
export class AskedAfterAllInput extends MutationInput {
  @IdField('The thread that was opened.')
  threadId: string;

  @IdField('The question that was posted: one’s own, not older than a day.')
  questionId: string;
}

@ObjectType({ description: 'What became of a thread that people opened while they were about to ask.' })
export class DeflectedThread {
  key: string;

  @Field(() => Thread, { description: 'The thread.' })
  thread: Thread;

  @Field(() => Int, { description: 'So many said that it solved their problem.' })
  confirmed: number;

  @Field(() => Int, { description: 'So many left without a word, and posted nothing.' })
  likely: number;

  @Field(() => Int, { description: 'So many posted their question after all.' })
  failed: number;
}

@ObjectType({ description: 'What became of those who were about to ask, within a time; the threads that helped most first.' })
export class Deflections extends connectionOf(DeflectedThread, 'DeflectedThread') {
  @Field(() => Int, { description: 'So often somebody said that it solved their problem.' })
  confirmed: number;

  @Field(() => Int, { description: 'So often somebody opened a suggestion, left without a word, and posted nothing. Known only of browsers with scripts; who opened it within the last half hour may still be reading, and is not counted yet.' })
  likely: number;

  @Field(() => Int, { description: 'So often somebody opened a suggestion and posted their question after all.' })
  failed: number;
}

@ObjectType({ description: 'The words with which somebody came to a thread.' })
export class AskedWords {
  key: string;

  @Field(() => String, { description: 'What they typed, without what looked private in it.' })
  words: string;

  @Field(() => DeflectionOutcome, { description: 'What became of it.' })
  outcome: DeflectionOutcome;

  @Field(() => GraphQLISODateTime, { description: 'When.' })
  createdAt: Date;
}

@ObjectType({ description: 'A page of what people asked a thread as, the latest first.' })
export class AskedWordsConnection extends connectionOf(AskedWords, 'AskedWords') {}

@ArgsType()
export class DeflectionsArgs extends PagesArgs {
  @Field(() => GraphQLISODateTime, { description: 'From then on.' })
  @Type(() => Date)
  @IsDate()
  from: Date;

  @Field(() => GraphQLISODateTime, { description: 'Until before then; at most a year later.' })
  @Type(() => Date)
  @IsDate()
  to: Date;
}

@ArgsType()
export class AskedAsArgs extends PagesArgs {
  @IdField('Which thread.')
  threadId: string;

  @Field(() => DeflectionOutcome, { nullable: true, description: 'Only of those whom this became of.' })
  @IsOptional()
  @IsEnum(DeflectionOutcome)
  outcome?: DeflectionOutcome;
}
