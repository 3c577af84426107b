import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';

export enum ActivityKind {
  answer = 'answer',
  comment = 'comment',
  edit = 'edit',
  accept = 'accept',
  official = 'official',
  state = 'state',
  count = 'count',
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
    count: { description: 'Posts have other scores now, or the thread another number of those who have the problem too; gathered, at most one a second.' },
    resync: { description: 'Something may have been missed: read the thread again.' },
  },
});

@ObjectType({ description: 'How many points a post has now.' })
export class PostScore {
  @Field(() => ID, { description: 'The post: pst_ and a number.' })
  postId: string;

  @Field(() => Int, { description: 'Its points, as `Post.score`.' })
  score: number;
}

@ObjectType({ description: 'Something that happened in a thread, by ids: what it is, is read as usual. Told at least once each.' })
export class ThreadActivity {
  @Field(() => ID, { description: 'The thread: thr_ and a number.' })
  threadId: string;

  @Field(() => ID, { nullable: true, description: 'The post it is about: pst_ and a number. Null where it is about the thread.' })
  postId: string | null;

  @Field(() => ActivityKind, { description: 'What happened.' })
  kind: ActivityKind;

  @Field(() => Boolean, { nullable: true, description: 'Of `accept` and `official`: whether the answer is that by now. Null elsewhere.' })
  holds?: boolean | null;

  @Field(() => [PostScore], { nullable: true, description: 'Of `count`: the posts that were voted on, as far as one may see them. Null elsewhere.' })
  scores?: PostScore[] | null;

  @Field(() => Int, { nullable: true, description: 'Of `count`: how many have the problem too, where that has changed; null where it has not, and elsewhere.' })
  sameProblemCount?: number | null;
}
