import { Field, GraphQLISODateTime, InputType, ObjectType } from '@nestjs/graphql';
import { Member } from '#accounts';
import { IdField, LineField, MutationInput } from '#platform/graphql';
import { REASON_LENGTH } from '../edit/edit.type.js';

@InputType({ description: 'A post to be deleted.' })
export class DeletePostInput extends MutationInput {
  @IdField('Which post: an opening takes its thread along, an answer its comments.')
  postId: string;

  @LineField('Why; required for somebody else’s post, whose author is told it.', { ...REASON_LENGTH, min: 0, nullable: true })
  reason?: string;
}

@ObjectType({ description: 'That a post was deleted or restored by somebody who did not write it.' })
export class Removal {
  @Field(() => Boolean, { description: 'true: deleted; false: restored.' })
  deleted: boolean;

  @Field(() => Member, { nullable: true, description: 'By whom; null where they have no account any more.' })
  by: Member | null;

  @Field(() => String, { nullable: true, description: 'Why; null where nothing was said.' })
  reason: string | null;

  @Field(() => GraphQLISODateTime, { description: 'When.' })
  at: Date;
}

@InputType({ description: 'A deleted post to come back.' })
export class RestorePostInput extends MutationInput {
  @IdField('Which post.')
  postId: string;

  @LineField('Why.', { ...REASON_LENGTH, min: 0, nullable: true })
  reason?: string;
}
