import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { ArrayMaxSize, IsArray, IsEnum, IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import { Member } from '#accounts';
import { IdField, LineField, MutationInput } from '#platform/graphql';
import { FlagReason } from '../flags/flag.type.js';
import { SanctionStep } from './sanction.sets.js';
import { HOURS_MOST, POSTS_MOST } from './sanction.steps.js';

@ObjectType({ description: 'A rung of the ladder that sanctions go up.' })
export class SanctionRung {
  @Field(() => SanctionStep, { description: 'What is done.' })
  step: SanctionStep;

  @Field(() => Int, { nullable: true, description: 'For how many hours; null of a notice.' })
  hours: number | null;
}

@ObjectType({ description: 'What was done about a member, and until when. It ends by itself.' })
export class Sanction extends SanctionRung {
  key: string;

  @Field(() => ID, { description: 'san_ and a number.' })
  id: string;

  @Field(() => FlagReason, { description: 'Why.' })
  reason: FlagReason;

  @Field(() => String, { description: 'What the member was told besides; may be empty.' })
  note: string;

  @Field(() => Member, { nullable: true, description: 'Who imposed it; null where they have no account any more.' })
  by: Member | null;

  @Field(() => GraphQLISODateTime, { description: 'When it was imposed or, of a renewal, asked for.' })
  createdAt: Date;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it ends, or ended; null of a notice, and of a renewal that nobody has confirmed.' })
  endsAt: Date | null;

  @Field(() => Boolean, { description: 'Whether it is a renewal that another member of staff has still to confirm.' })
  isProposed: boolean;

  @Field(() => Boolean, { description: 'Whether it was a renewal that another member of staff refused.' })
  isRefused: boolean;

  @Field(() => Boolean, { description: 'Whether it holds right now.' })
  isRunning: boolean;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it was lifted before its end; null where it was not.' })
  liftedAt: Date | null;
}

@InputType({ description: 'What is done about a member, and why.' })
export class SanctionMemberInput extends MutationInput {
  @IdField('Which member.')
  memberId: string;

  @Field(() => SanctionStep, { description: 'What is done.' })
  @IsEnum(SanctionStep)
  step: SanctionStep;

  @Field(() => Int, { nullable: true, description: `For how many hours, 1 to ${HOURS_MOST}; of super users at most 72. None of a notice.` })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(HOURS_MOST)
  hours?: number | null;

  @Field(() => FlagReason, { description: 'Why. The member is told.' })
  @IsEnum(FlagReason)
  reason: FlagReason;

  @LineField('What the member should know besides.', { min: 0, max: 250, nullable: true })
  note?: string | null;

  @Field(() => [ID], { nullable: true, description: `Which posts of theirs it is for; at most ${POSTS_MOST}.` })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(POSTS_MOST)
  @IsString({ each: true })
  @MaxLength(40, { each: true })
  @Matches(/^[^\p{Cc}\p{Cs}]*$/u, { each: true })
  postIds?: string[] | null;
}

@InputType({ description: 'A sanction that ends now.' })
export class LiftSanctionInput extends MutationInput {
  @IdField('Which sanction.')
  sanctionId: string;

  @LineField('Why. The member is told.', { min: 5, max: 250 })
  reason: string;
}
