import { Field, InputType } from '@nestjs/graphql';
import { IsBoolean } from 'class-validator';
import { IdField, MutationInput } from '#platform/graphql';

@InputType({ description: 'Putting aside what waits for a word of the one who asks, or taking it up again.' })
export class DismissOwedInput extends MutationInput {
  @IdField('The post that waits, as `Work.owed` names it.')
  postId: string;

  @Field(() => Boolean, { description: 'true: it needs no word of mine; false: it does after all.' })
  @IsBoolean()
  dismissed: boolean;
}
