import { ArgsType, Field, GraphQLISODateTime, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsEnum, IsOptional } from 'class-validator';
import { Member } from '#accounts';
import { connectionOf, IdField, LineField, MutationInput, PagesArgs, Payload } from '#platform/graphql';
import { HoldSignal } from '#screening';
import { FlagReason } from '../flags/flag.type.js';

export enum ReviewKind {
  post = 'post',
  held = 'held',
  edit = 'edit',
  appeal = 'appeal',
  renewal = 'renewal',
}
registerEnumType(ReviewKind, {
  name: 'ReviewKind',
  description: 'What waits in the queue.',
  valuesMap: {
    post: { description: 'A post that was reported, or that its author changed while it was hidden.' },
    held: { description: 'A newcomer’s post that others do not see until somebody has looked.' },
    edit: { description: 'A post whose author is a newcomer and changed it so that it leads elsewhere, or says something else.' },
    appeal: { description: 'A member’s word against what somebody else decided about them.' },
    renewal: { description: 'A longer suspension that one of the staff asks for. For other staff alone.' },
  },
});

export enum ReviewDecision {
  fine = 'fine',
  hide = 'hidden',
  delete = 'deleted',
  uphold = 'upheld',
  lift = 'lifted',
}
registerEnumType(ReviewDecision, {
  name: 'ReviewDecision',
  description: 'What becomes of what waits in the queue: of a post fine, hide or delete; of an appeal, and of a longer suspension that is asked for, uphold or lift.',
  valuesMap: {
    fine: { description: 'It stays, or is seen again. For a day it is not reported again, but where the law may be broken.' },
    hide: { description: 'Only those who keep order see it.' },
    delete: { description: 'It is deleted, so that it can be restored.' },
    uphold: { description: 'What was decided stays; what was asked for begins.' },
    lift: { description: 'What was decided is undone; what was asked for does not begin.' },
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

@ObjectType({ description: 'What waits for a decision: a post, an appeal, a longer suspension.' })
export class ReviewItem {
  key: string;
  postKey: string | null;
  entryKey: string | null;
  renewalKey: string | null;
  memberKey: string | null;
  place: string;

  @Field(() => ID, { description: 'rev_ and a number.' })
  id: string;

  @Field(() => ReviewKind, { description: 'What it is.' })
  kind: ReviewKind;

  @Field(() => [HoldSignal], { description: 'Of a post that was held: why, what weighs most first.' })
  signals: HoldSignal[];

  @Field(() => Int, { description: 'How many people reported it.' })
  flaggers: number;

  @Field(() => Boolean, { description: 'Whether their reports have hidden it.' })
  isHidden: boolean;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When its author last changed it while it was hidden; null where they have not.' })
  mendedAt: Date | null;

  @Field(() => GraphQLISODateTime, { description: 'When it was reported first, held, changed after it had been decided about, appealed, or asked for.' })
  openedAt: Date;

  @Field(() => Member, { nullable: true, description: 'Who is looking at it, for ten minutes; null where nobody is.' })
  claimedBy: Member | null;

  @Field(() => Boolean, { description: 'Whether it is decided.' })
  isDecided: boolean;
}

@ObjectType({ description: 'A page of what waits to be looked at, what has waited longest and weighs most first.' })
export class ReviewItemConnection extends connectionOf(ReviewItem, 'ReviewItem') {}

/** What of the queue somebody goes through. */
export interface ReviewFilter {
  reason?: FlagReason | null;
  kind?: ReviewKind | null;
  categoryId?: string | null;
}

@ArgsType()
export class ReviewQueueArgs extends PagesArgs implements ReviewFilter {
  @Field(() => FlagReason, { nullable: true, description: 'Only posts that were reported for this reason.' })
  @IsOptional()
  @IsEnum(FlagReason)
  reason?: FlagReason | null;

  @Field(() => ReviewKind, { nullable: true, description: 'Only this kind.' })
  @IsOptional()
  @IsEnum(ReviewKind)
  kind?: ReviewKind | null;

  @IdField('Only what stands in this category, or appeals about it.', { nullable: true })
  categoryId?: string | null;
}

@InputType({ description: 'Whoever takes the next post to look at.' })
export class TakeReviewInput extends MutationInput implements ReviewFilter {
  @Field(() => FlagReason, { nullable: true, description: 'Only posts that were reported for this reason.' })
  @IsOptional()
  @IsEnum(FlagReason)
  reason?: FlagReason | null;

  @Field(() => ReviewKind, { nullable: true, description: 'Only this kind.' })
  @IsOptional()
  @IsEnum(ReviewKind)
  kind?: ReviewKind | null;

  @IdField('Only what stands in this category, or appeals about it.', { nullable: true })
  categoryId?: string | null;
}

@InputType({ description: 'What becomes of what waits in the queue.' })
export class DecideReviewInput extends MutationInput {
  @IdField('Which item of the queue.')
  itemId: string;

  @Field(() => ReviewDecision, { description: 'What becomes of it.' })
  @IsEnum(ReviewDecision)
  decision: ReviewDecision;

  @Field(() => FlagReason, { nullable: true, description: 'Why, where it is hidden or deleted; left out: what most reported it for. Its author is told. No part of an appeal or a longer suspension.' })
  @IsOptional()
  @IsEnum(FlagReason)
  reason?: FlagReason | null;

  @LineField('What its author, or whoever appealed, should know besides.', { min: 0, max: 250, nullable: true })
  note?: string | null;
}

@ObjectType({ description: 'The item that was taken or decided.' })
export class ReviewPayload extends Payload {
  itemKey?: string | null;
}
