import { createUnionType, Field, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsBoolean } from 'class-validator';
import { Member } from '#accounts';
import { connectionOf, IdField, MutationInput, Payload } from '#platform/graphql';
import { Category } from '../category/category.type.js';
import { Tag } from '../tag/tag.type.js';
import { Thread } from '../thread/thread.type.js';

export enum FollowKind {
  thread = 'thread',
  category = 'category',
  tag = 'tag',
  member = 'member',
}
registerEnumType(FollowKind, {
  name: 'FollowKind',
  description: 'What can be followed.',
  valuesMap: {
    thread: { description: 'A thread: what is written in it.' },
    category: { description: 'A category: what is asked in it and in those below it.' },
    tag: { description: 'A tag: what is asked with it.' },
    member: { description: 'A member: what they ask and answer.' },
  },
});

const TYPE: Record<string, string> = { thr: 'Thread', cat: 'Category', tag: 'Tag', mem: 'Member' };

export const Followable = createUnionType({
  name: 'Followable',
  description: 'What can be followed.',
  types: () => [Thread, Category, Tag, Member] as const,
  resolveType: ({ id }: { id: string }) => TYPE[id.slice(0, 3)],
});

/** What is followed, as rows: told apart by their ids. */
@ObjectType({ isAbstract: true })
abstract class Followed {
  id: string;
}

@ObjectType({ description: 'A page of what a member follows.' })
export class FollowedConnection extends connectionOf<Followed>(Followable as never, 'Followed') {}

@ObjectType({ description: 'A category, a tag or a member as the one who asks stands to it.' })
export class FollowViewer {
  @Field(() => Boolean, { description: 'Whether they follow it.' })
  following: boolean;
}

@InputType({ description: 'Following, or no longer following.' })
export class FollowInput extends MutationInput {
  @IdField('A thread, a category, a tag or a member: thr_, cat_, tag_ or mem_ and a number.')
  targetId: string;

  @Field(() => Boolean, { description: 'true: tell me what happens there; false: no longer, not even when I write there.' })
  @IsBoolean()
  following: boolean;
}

@ObjectType({ description: 'What is now followed, or no longer.' })
export class FollowPayload extends Payload {
  kind?: FollowKind | null;
  targetKey?: string | null;
}
