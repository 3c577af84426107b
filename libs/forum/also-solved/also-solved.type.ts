import { Field, InputType } from '@nestjs/graphql';
import { IsBoolean } from 'class-validator';
import { IdField, MutationInput } from '#platform/graphql';

@InputType({ description: 'Saying, or no longer saying, that an answer solved it for oneself, too.' })
export class AlsoSolvedInput extends MutationInput {
  @IdField('Which answer.')
  postId: string;

  @Field(() => Boolean, { description: 'true: it solved it for me, too; false: taken back.' })
  @IsBoolean()
  also: boolean;
}
