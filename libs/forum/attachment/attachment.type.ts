import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IdField, MutationInput, Payload } from '#platform/graphql';

@ObjectType({ description: 'A picture or another file that a member sent with a post.' })
export class Attachment {
  /** 32 digits: its name in addresses and in the store; not part of the API. */
  key: string;
  ownerId: string | null;
  postKey: string | null;

  @Field(() => ID, { description: 'att_ and 32 digits.' })
  id: string;

  @Field(() => String, { description: 'The name it is offered under.' })
  name: string;

  @Field(() => String, { description: 'What it is, told by its content: a media type.' })
  mime: string;

  @Field(() => Int, { description: 'Its size.' })
  bytes: number;

  @Field(() => Int, { nullable: true, description: 'Of a picture, in pixels.' })
  width: number | null;

  @Field(() => Int, { nullable: true, description: 'Of a picture, in pixels.' })
  height: number | null;

  @Field(() => String, { description: 'Its address on this site.' })
  path: string;

  @Field(() => String, { description: 'What shows it in a post: an image or a link in Markdown.' })
  markdown: string;

  @Field(() => GraphQLISODateTime, { description: 'When it was sent.' })
  createdAt: Date;
}

@InputType({ description: 'Which attachment.' })
export class RemoveAttachmentInput extends MutationInput {
  @IdField('The attachment.')
  attachmentId: string;
}

@ObjectType({ description: 'The attachment that is no more.' })
export class AttachmentPayload extends Payload {
  @Field(() => ID, { nullable: true, description: 'Its id; null where nothing was done.' })
  removedId?: string | null;
}
