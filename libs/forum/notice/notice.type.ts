import { Field, GraphQLISODateTime, InputType, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsDate, IsOptional, ValidateNested } from 'class-validator';
import { IdField, LineField, MutationInput } from '#platform/graphql';
import { OpeningInput } from '../thread/thread.type.js';

export const AFFECTED_LENGTH = { min: 3, max: 200 };
export const NOTICES_SHOWN = 3; // the newest: a page of notices would hide what people came for

@InputType({ description: 'What makes an announcement a service notice.' })
export class ServiceNoticeInput {
  @LineField('Which products, in which region.', AFFECTED_LENGTH)
  affected: string;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it should be over, within a year; null where nobody knows.' })
  @IsOptional()
  @Type(() => Date)
  @IsDate()
  expectedEndAt?: Date;
}

@InputType({ description: 'A new announcement.' })
export class AnnounceInput extends OpeningInput {
  @Field(() => ServiceNoticeInput, { nullable: true, description: 'Tells of an outage or a recall: shown on the front page and to those who ask, until it is over.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => ServiceNoticeInput)
  notice?: ServiceNoticeInput;
}

@InputType({ description: 'A service notice that is over.' })
export class EndNoticeInput extends MutationInput {
  @IdField('The announcement it stands in.')
  threadId: string;
}

@ObjectType({ description: 'An outage or a recall, told in an announcement.' })
export class ServiceNotice {
  @Field(() => String, { description: 'Which products, in which region.' })
  affected: string;

  @Field(() => Boolean, { description: 'Whether it still lasts.' })
  ongoing: boolean;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it should be over; null where nobody knows.' })
  expectedEndAt: Date | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it was over; null while it lasts.' })
  endedAt: Date | null;
}
