import { Field, GraphQLISODateTime, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsInt, Max, Min } from 'class-validator';
import { IdField, LineField, MutationInput } from '#platform/graphql';
import { HIGHEST, type RankNeed as Need } from './rank.rules.js';

const REASON_LENGTH = { min: 3, max: 500 };

export const RankNeed = {
  daysRead: 'daysRead', threadsRead: 'threadsRead', postsRead: 'postsRead', minutesRead: 'minutesRead', answered: 'answered', accepted: 'accepted', points: 'points',
} as const satisfies Record<Need, Need>;
registerEnumType(RankNeed, {
  name: 'RankNeed',
  description: 'What a rank asks for, counted over the last 100 days.',
  valuesMap: {
    daysRead: { description: 'Days on which they read something.' },
    threadsRead: { description: 'Threads they opened for the first time.' },
    postsRead: { description: 'Posts they read for the first time.' },
    minutesRead: { description: 'Minutes in which they read something.' },
    answered: { description: 'Threads of others they answered.' },
    accepted: { description: 'Answers of theirs that others accepted, and still do.' },
    points: { description: 'Points.' },
  },
});

@ObjectType({ description: 'One thing that a rank asks for.' })
export class RankNeedOf {
  @Field(() => RankNeed, { description: 'What.' })
  need: Need;

  @Field(() => Int, { description: 'How many.' })
  amount: number;
}

@ObjectType({ description: 'What a rank asks for, on top of the ranks below it.' })
export class RankRule {
  @Field(() => Int, { description: 'Which rank, 1 to 3. Rank 4 is a super user’s: by invitation.' })
  rank: number;

  @Field(() => [RankNeedOf], { description: 'What it asks for, counted over the last 100 days.' })
  needs: RankNeedOf[];
}

@ObjectType({ description: 'How far somebody has come with one thing that their next rank asks for.' })
export class RankProgress extends RankNeedOf {
  @Field(() => Int, { description: 'How many they have.' })
  have: number;
}

@ObjectType({ description: 'How a rank came about.' })
export class RankChange {
  @Field(() => Int, { description: 'The rank before.' })
  from: number;

  @Field(() => Int, { description: 'The rank after.' })
  to: number;

  @Field(() => Boolean, { description: 'Whether the rule did it; else staff.' })
  byRule: boolean;

  @Field(() => String, { nullable: true, description: 'Why, as staff said; null where the rule did it.' })
  reason: string | null;

  @Field(() => GraphQLISODateTime, { description: 'When.' })
  createdAt: Date;
}

@ObjectType({ description: 'A member’s rank, and what is missing for the next.' })
export class RankStanding {
  @Field(() => Int, { description: 'Their rank, 0 to 4.' })
  rank: number;

  @Field(() => Boolean, { description: 'Whether staff have said which it is; else the rule does.' })
  isFixed: boolean;

  @Field(() => Int, { nullable: true, description: 'The next by rule; null at the highest, where staff have said which it is, and for super users and the team.' })
  next: number | null;

  @Field(() => [RankProgress], { description: 'What the next asks for, and how far they have come; empty where there is none.' })
  progress: RankProgress[];

  @Field(() => [RankChange], { description: 'How it came about, the latest first; at most ten.' })
  changes: RankChange[];
}

@InputType({ description: 'A rank for a customer, whatever the rule says.' })
export class SetMemberRankInput extends MutationInput {
  @IdField('Whose.')
  memberId: string;

  @Field(() => Int, { description: 'Which rank, 0 to 3.' })
  @IsInt()
  @Min(0)
  @Max(HIGHEST)
  rank: number;

  @LineField('Why. They read it.', REASON_LENGTH)
  reason: string;
}

@InputType({ description: 'A customer whose rank the rule is to decide again.' })
export class FreeMemberRankInput extends MutationInput {
  @IdField('Whose.')
  memberId: string;
}
