import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';

export enum ActivityKind {
  answer = 'answer',
  comment = 'comment',
  edit = 'edit',
  accept = 'accept',
  official = 'official',
  state = 'state',
  resync = 'resync',
}

registerEnumType(ActivityKind, {
  name: 'ThreadActivityKind',
  description: 'What happened in a thread.',
  valuesMap: {
    answer: { description: 'Somebody answered.' },
    comment: { description: 'Somebody commented.' },
    edit: { description: 'A post reads otherwise now.' },
    accept: { description: 'An answer was accepted, or is no longer.' },
    official: { description: 'An answer was marked official, or is no longer.' },
    state: { description: 'The thread, or a post of it, is in another state or place: closed, moved, deleted, restored, over.' },
    resync: { description: 'Something may have been missed: read the thread again.' },
  },
});

@ObjectType({ description: 'Something that happened in a thread, by ids: what it is, is read as usual. Told at least once each.' })
export class ThreadActivity {
  @Field(() => ID, { description: 'The thread: thr_ and a number.' })
  threadId: string;

  @Field(() => ID, { nullable: true, description: 'The post it is about: pst_ and a number. Null where it is about the thread.' })
  postId: string | null;

  @Field(() => ActivityKind, { description: 'What happened.' })
  kind: ActivityKind;
}
