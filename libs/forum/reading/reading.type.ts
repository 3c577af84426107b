import { InputType } from '@nestjs/graphql';
import { IdField, MutationInput } from '#platform/graphql';

@InputType({ description: 'How far a thread was read.' })
export class MarkReadInput extends MutationInput {
  @IdField('The newest post that was shown: it and all before it in its thread are read.')
  postId: string;
}
