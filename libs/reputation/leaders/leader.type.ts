import { ArgsType, Field, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsBoolean, IsEnum } from 'class-validator';
import { IdField, MutationInput } from '#platform/graphql';

export enum LeaderPeriod {
  week = 'week',
  month = 'month',
  all = 'all',
}
registerEnumType(LeaderPeriod, {
  name: 'LeaderPeriod',
  description: 'Over how long points are summed.',
  valuesMap: { week: { description: 'The last 7 days; counted once an hour.' }, month: { description: 'The last 30 days; counted once an hour.' }, all: { description: 'All the time; counted once a night.' } },
});

@ObjectType({ description: 'Somebody among those who have helped most.' })
export class Leader {
  memberKey: string;

  @Field(() => Int, { description: '1 is first; who has as many points has the same place.' })
  place: number;

  @Field(() => Int, { description: 'Points of that time, and that category.' })
  points: number;
}

@ArgsType()
export class LeaderboardArgs {
  @Field(() => LeaderPeriod, { description: 'Over how long.' })
  @IsEnum(LeaderPeriod)
  period: LeaderPeriod;

  @IdField('Only points that came from this category.', { nullable: true })
  categoryId?: string | null;
}

@InputType({ description: 'Whether one is shown among those who help most.' })
export class SetListedInput extends MutationInput {
  @Field(() => Boolean, { description: 'False: one is not shown there, at once.' })
  @IsBoolean()
  listed: boolean;
}
