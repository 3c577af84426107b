import { InputType } from '@nestjs/graphql';
import { IdField, LineField, MutationInput } from '#platform/graphql';
import { REASON_LENGTH } from '../edit/edit.type.js';

@InputType({ description: 'A post to be deleted.' })
export class DeletePostInput extends MutationInput {
  @IdField('Which post: an opening takes its thread along, an answer its comments.')
  postId: string;

  @LineField('Why; required for somebody else’s post.', { ...REASON_LENGTH, min: 0, nullable: true })
  reason?: string;
}

@InputType({ description: 'A deleted post to come back.' })
export class RestorePostInput extends MutationInput {
  @IdField('Which post.')
  postId: string;

  @LineField('Why.', { ...REASON_LENGTH, min: 0, nullable: true })
  reason?: string;
}
