import { Field, ObjectType } from '@nestjs/graphql';
import { Thread } from '../thread/thread.type.js';

@ObjectType({ description: 'What became of a thread that was merged: its address leads on.' })
export class Signpost {
  /** The post that was its opening; not part of the API. */
  openingKey: string | null;

  @Field(() => Thread, { description: 'What it is part of now.' })
  thread: Thread;
}
