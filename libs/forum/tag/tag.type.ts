import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { LineField, MutationInput, Payload } from '#platform/graphql';

@ObjectType({ description: 'A word that threads of all categories share: a product, a version, a symptom.' })
export class Tag {
  @Field(() => ID, { description: 'tag_ and a number.' })
  id: string;

  @Field(() => String, { description: 'The word: lower case.' })
  name: string;

  @Field(() => Int, { description: 'Visible threads that carry it.' })
  threadCount: number;
}

@ObjectType({ description: 'The tag made.' })
export class TagPayload extends Payload {
  @Field(() => Tag, { nullable: true, description: 'The tag; null where nothing was done.' })
  tag?: Tag | null;
}

@InputType({ description: 'A new tag.' })
export class CreateTagInput extends MutationInput {
  @LineField('The word; case does not count, white space becomes a dash.', { min: 1, max: 40 })
  name: string;
}
