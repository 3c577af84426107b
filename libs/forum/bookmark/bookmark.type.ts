import { Field, InputType } from '@nestjs/graphql';
import { IsBoolean } from 'class-validator';
import { IdField, MutationInput } from '#platform/graphql';

@InputType({ description: 'Keeping a post to come back to, or no longer.' })
export class BookmarkInput extends MutationInput {
  @IdField('Which post; a thread is kept by its opening.')
  postId: string;

  @Field(() => Boolean, { description: 'true: keep it; false: no longer.' })
  @IsBoolean()
  bookmarked: boolean;
}
