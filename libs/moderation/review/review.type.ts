import { ArgsType, Field, GraphQLISODateTime, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsEnum, IsOptional } from 'class-validator';
import { Member } from '#accounts';
import { connectionOf, IdField, LineField, MutationInput, PagesArgs, Payload } from '#platform/graphql';
import { FlagReason } from '../flags/flag.type.js';

export enum ReviewDecision {
  fine = 'fine',
  hide = 'hidden',
  delete = 'deleted',
}
registerEnumType(ReviewDecision, {
  name: 'ReviewDecision',
  description: 'What becomes of a reported post.',
  valuesMap: {
    fine: { description: 'It stays, or is seen again. For a day it is not reported again, but where the law may be broken.' },
    hide: { description: 'Only those who keep order see it.' },
    delete: { description: 'It is deleted, so that it can be restored.' },
  },
});

@ObjectType({ description: 'What was decided about earlier posts of the same author that were reported.' })
export class AuthorRecord {
  @Field(() => Int, { description: 'Found fine.' })
  fine: number;

  @Field(() => Int, { description: 'Hidden.' })
  hidden: number;

  @Field(() => Int, { description: 'Deleted.' })
  deleted: number;
}

@ObjectType({ description: 'What was decided about the same post before.' })
export class EarlierDecision {
  @Field(() => ReviewDecision, { description: 'What became of it then.' })
  decision: ReviewDecision;

  @Field(() => FlagReason, { nullable: true, description: 'Why; null where it was found fine.' })
  reason: FlagReason | null;

  @Field(() => Member, { nullable: true, description: 'Who decided; null where they have no account any more.' })
  by: Member | null;

  @Field(() => GraphQLISODateTime, { description: 'When.' })
  decidedAt: Date;
}

@ObjectType({ description: 'A reported post that waits for a decision.' })
export class ReviewItem {
  key: string;
  postKey: string;
  place: string;

  @Field(() => ID, { description: 'rev_ and a number.' })
  id: string;

  @Field(() => Int, { description: 'How many people reported it.' })
  flaggers: number;

  @Field(() => Boolean, { description: 'Whether their reports have hidden it.' })
  isHidden: boolean;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When its author last changed it while it was hidden; null where they have not.' })
  mendedAt: Date | null;

  @Field(() => GraphQLISODateTime, { description: 'When it was reported first, or changed after it had been decided about.' })
  openedAt: Date;

  @Field(() => Member, { nullable: true, description: 'Who is looking at it, for ten minutes; null where nobody is.' })
  claimedBy: Member | null;

  @Field(() => Boolean, { description: 'Whether it is decided.' })
  isDecided: boolean;
}

@ObjectType({ description: 'A page of what waits to be looked at, what has waited longest and weighs most first.' })
export class ReviewItemConnection extends connectionOf(ReviewItem, 'ReviewItem') {}

@ArgsType()
export class ReviewQueueArgs extends PagesArgs {
  @Field(() => FlagReason, { nullable: true, description: 'Only what was reported for this reason.' })
  @IsOptional()
  @IsEnum(FlagReason)
  reason?: FlagReason | null;
}

@InputType({ description: 'Whoever takes the next post to look at.' })
export class TakeReviewInput extends MutationInput {
  @Field(() => FlagReason, { nullable: true, description: 'Only what was reported for this reason.' })
  @IsOptional()
  @IsEnum(FlagReason)
  reason?: FlagReason | null;
}

@InputType({ description: 'What becomes of a reported post.' })
export class DecideReviewInput extends MutationInput {
  @IdField('Which item of the queue.')
  itemId: string;

  @Field(() => ReviewDecision, { description: 'What becomes of it.' })
  @IsEnum(ReviewDecision)
  decision: ReviewDecision;

  @Field(() => FlagReason, { nullable: true, description: 'Why, where it is hidden or deleted; left out: what most reported it for. Its author is told.' })
  @IsOptional()
  @IsEnum(FlagReason)
  reason?: FlagReason | null;

  @LineField('What its author should know besides.', { min: 0, max: 250, nullable: true })
  note?: string | null;
}

@ObjectType({ description: 'The item that was taken or decided.' })
export class ReviewPayload extends Payload {
  itemKey?: string | null;
}
