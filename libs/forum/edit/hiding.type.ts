import { Field, InputType, Int } from '@nestjs/graphql';
import { IsInt, Max, Min } from 'class-validator';
import { IdField, LineField, MutationInput } from '#platform/graphql';
import { REASON_LENGTH } from './edit.type.js';

@InputType({ isAbstract: true })
abstract class RevisionInput extends MutationInput {
  @IdField('Whose history.')
  postId: string;

  @Field(() => Int, { description: 'Which edit: what stood there before it.' })
  @IsInt()
  @Min(1)
  @Max(2_000_000_000)
  number: number;
}

@InputType({ description: 'An earlier text of a post that is not for everyone to read.' })
export class HideRevisionInput extends RevisionInput {
  @LineField('Why, for the log.', REASON_LENGTH)
  reason: string;
}

@InputType({ description: 'An earlier text of a post that may be read again.' })
export class ShowRevisionInput extends RevisionInput {
  @LineField('Why, for the log.', { ...REASON_LENGTH, min: 0, nullable: true })
  reason?: string;
}
