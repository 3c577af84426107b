import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf } from '#platform/graphql';
import { Post } from '../post/post.type.js';

export const WORK_COUNTED = 100; // nobody counts further, and a count must stay cheap

const OWED_REASONS = { asker: 'asker', edit: 'edit', comment: 'comment', mention: 'mention' } as const;
export type OwedReason = keyof typeof OWED_REASONS;
registerEnumType(OWED_REASONS, {
  name: 'OwedReason',
  description: 'Why somebody waits for a word of the one who asks.',
  valuesMap: {
    asker: { description: 'They answered a question, and whoever asked it has written since.' },
    edit: { description: 'They answered a question, and whoever asked it has changed it since.' },
    comment: { description: 'Somebody commented on what they wrote.' },
    mention: { description: 'Somebody named them.' },
  },
});

@ObjectType({ description: 'A post in a thread in which somebody waits for a word of the one who asks.' })
export class OwedReply {
  @Field(() => OWED_REASONS, { description: 'Why.' })
  why: OwedReason;

  @Field(() => Post, { description: 'The latest that waits in its thread.' })
  post: Post;
}

@ObjectType({ description: 'A page of what waits for a word.' })
export class OwedConnection extends connectionOf(OwedReply, 'OwedReply') {}

@ObjectType({ description: 'What waits for a member who helps. Its counts end at 100: then there are that many or more.' })
export class Work {
  @Field(() => Boolean, { description: 'Whether they follow any category or tag; if not, `unanswered` holds what is unanswered anywhere.' })
  followsCategoriesOrTags: boolean;

  @Field(() => Int, { description: 'How many are in `unanswered`.' })
  unansweredCount: number;

  @Field(() => Int, { description: 'How many are in `claimed`.' })
  claimedCount: number;

  @Field(() => Int, { description: 'How many are in `owed`.' })
  owedCount: number;

  @Field(() => Int, { description: 'How many are in `overdueNotices`.' })
  overdueNoticesCount: number;
}
