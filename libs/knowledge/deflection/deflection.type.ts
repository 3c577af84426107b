import { ArgsType, Field, GraphQLISODateTime, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsDate, IsEnum, IsOptional } from 'class-validator';
import { Thread } from '#forum';
import { connectionOf, IdField, LineField, MutationInput, PagesArgs, Payload } from '#platform/graphql';
import { KnowledgeEntry } from '../entries/entry.type.js';

const ASKED_LENGTH = { min: 0, max: 200, nullable: true };

export enum DeflectionOutcome {
  likely = 'likely',
  failed = 'failed',
  confirmed = 'confirmed',
}
registerEnumType(DeflectionOutcome, {
  name: 'DeflectionOutcome',
  description: 'What became of a thread or a knowledge entry that somebody opened while they were about to ask. The three are never one number.',
  valuesMap: {
    likely: { description: 'They left without a word, and posted nothing.' },
    failed: { description: 'They posted their question after all.' },
    confirmed: { description: 'They said that it solved their problem.' },
  },
});

@InputType({ isAbstract: true })
abstract class OpenedInput extends MutationInput {
  @IdField('Which thread; or else `entryId`.', { nullable: true })
  threadId?: string | null;

  @IdField('Which article or FAQ entry; or else `threadId`.', { nullable: true })
  entryId?: string | null;
}

@InputType({ description: 'A thread, article or FAQ entry that was opened while asking, or from a search.' })
export class OpenedWhileAskingInput extends OpenedInput {
  @LineField('The words that led there. Kept without what looks private in them, and shown to staff alone.', ASKED_LENGTH)
  asked?: string | null;
}

@InputType({ description: 'A question that was posted although something had been opened that might have answered it.' })
export class AskedAfterAllInput extends OpenedInput {
  @IdField('The question that was posted: one’s own, not older than a day.')
  questionId: string;
}

@ObjectType({ description: 'What was said of something that had been opened while asking.' })
export class DeflectionPayload extends Payload {
  threadKey?: string;
  entryKey?: string;
}

@InputType({ description: 'Which words.' })
export class StrikeWordingInput extends MutationInput {
  @IdField('Which, by the id that `askedAs` gave.')
  wordingId: string;
}

@ObjectType({ description: 'The words that were struck.' })
export class StrikeWordingPayload extends Payload {
  @Field(() => ID, { nullable: true, description: 'Their id; null where nothing was done.' })
  wordingId?: string | null;
}

/** A thread or an entry: their keys are told apart by which one it is. */
@ObjectType({ isAbstract: true })
abstract class OnOpened {
  key: string;
  ofEntry: boolean;

  @Field(() => Thread, { nullable: true, description: 'The thread; null where it was a knowledge entry.' })
  thread: Thread | null;

  @Field(() => KnowledgeEntry, { nullable: true, description: 'The knowledge entry; null where it was a thread.' })
  entry: KnowledgeEntry | null;
}

@ObjectType({ description: 'What became of a thread or a knowledge entry that people opened while they were about to ask.' })
export class Deflected extends OnOpened {
  @Field(() => Int, { description: 'So many said that it solved their problem.' })
  confirmed: number;

  @Field(() => Int, { description: 'So many left without a word, and posted nothing.' })
  likely: number;

  @Field(() => Int, { description: 'So many posted their question after all.' })
  failed: number;
}

@ObjectType({ description: 'What became of those who were about to ask, within a time; what helped most first.' })
export class Deflections extends connectionOf(Deflected, 'Deflected') {
  @Field(() => Int, { description: 'So often somebody said that it solved their problem.' })
  confirmed: number;

  @Field(() => Int, { description: 'So often somebody opened a suggestion, left without a word, and posted nothing. Known only of browsers with scripts; who opened it within the last half hour may still be reading, and is not counted yet.' })
  likely: number;

  @Field(() => Int, { description: 'So often somebody opened a suggestion and posted their question after all.' })
  failed: number;
}

@ObjectType({ description: 'The words with which somebody came to a thread, article or FAQ entry.' })
export class AskedWords extends OnOpened {
  wordingKey: string;

  @Field(() => ID, { description: 'wrd_ and a number.' })
  id: string;

  @Field(() => String, { description: 'What they typed, without what looked private in it.' })
  words: string;

  @Field(() => DeflectionOutcome, { description: 'What became of it.' })
  outcome: DeflectionOutcome;

  @Field(() => GraphQLISODateTime, { description: 'When.' })
  createdAt: Date;
}

@ObjectType({ description: 'A page of the words with which people came while they were about to ask, the latest first.' })
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
  @IdField('Only those that led to this thread.', { nullable: true })
  threadId?: string;

  @IdField('Only those that led to this article or FAQ entry.', { nullable: true })
  entryId?: string;

  @Field(() => DeflectionOutcome, { nullable: true, description: 'Only of those whom this became of.' })
  @IsOptional()
  @IsEnum(DeflectionOutcome)
  outcome?: DeflectionOutcome;
}
