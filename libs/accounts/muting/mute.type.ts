import { Field, InputType } from '@nestjs/graphql';
import { IsBoolean } from 'class-validator';
import { IdField, MutationInput } from '#platform/graphql';

export const MUTES_MOST = 200; // they come along with each request

@InputType({ description: 'Whether one would rather not read a member.' })
export class MuteMemberInput extends MutationInput {
  @IdField('Which member: a customer or super user.')
  memberId: string;

  @Field(() => Boolean, { description: 'False: one reads them again.' })
  @IsBoolean()
  muted: boolean;
}
