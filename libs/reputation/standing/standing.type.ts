import { Field, GraphQLISODateTime, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf } from '#platform/graphql';
import type { BookedBy } from '../points/point.rules.js';

export const PointSource = {
  upVoted: 'upVoted', downVoted: 'downVoted', accepted: 'accepted', askerAccepted: 'askerAccepted', official: 'official', helped: 'helped', articleUsed: 'articleUsed', welcomed: 'welcomed', votedBefore: 'votedBefore', dailyCap: 'dailyCap',
} as const satisfies Record<BookedBy, BookedBy>;
registerEnumType(PointSource, {
  name: 'PointSource',
  description: 'What points come from.',
  valuesMap: {
    upVoted: { description: 'Somebody voted for an answer of theirs.' },
    downVoted: { description: 'Somebody voted against an answer of theirs.' },
    accepted: { description: 'Their answer to somebody else’s question was accepted.' },
    askerAccepted: { description: 'An answer to their question was accepted, that somebody else wrote.' },
    official: { description: 'The team made their answer official.' },
    helped: { description: 'A later reader who has an account said that their answer solved the problem; once a reader.' },
    articleUsed: { description: 'A reader who has an account said that an article they wrote helped; once a reader.' },
    welcomed: { description: 'They were the first to reply to the first thread of somebody who came later than they did.' },
    votedBefore: { description: 'Votes for their answers that were brought in from elsewhere, or whose voters have gone.' },
    dailyCap: { description: 'Taken back: more than a day may bring.' },
  },
});

@ObjectType({ description: 'What is earned by what: the rules in force.' })
export class PointRule {
  @Field(() => PointSource, { description: 'What it is earned by; of the day’s cap, the most that a day may bring.' })
  source: BookedBy;

  @Field(() => Int, { description: 'How many points: below zero where they are lost.' })
  points: number;

  @Field(() => Boolean, { description: 'Whether the day’s cap counts it.' })
  capped: boolean;
}

@ObjectType({ description: 'What one rule has brought a member so far.' })
export class EarnedPoints {
  @Field(() => PointSource, { description: 'Which rule.' })
  source: BookedBy;

  @Field(() => Int, { description: 'All that it brought, less what was taken back.' })
  points: number;
}

@ObjectType({ description: 'One entry of a member’s ledger. Entries are never changed: what is taken back is an entry of its own.' })
export class PointEntry {
  key: string;

  @Field(() => ID, { description: 'pts_ and a number.' })
  id: string;

  @Field(() => PointSource, { description: 'Which rule booked it.' })
  source: BookedBy;

  @Field(() => Int, { description: 'How many points: below zero where they were taken back or lost.' })
  points: number;

  @Field(() => GraphQLISODateTime, { description: 'When it was booked.' })
  createdAt: Date;

  @Field(() => String, { description: 'The day whose cap it counts to, as YYYY-MM-DD in UTC: that of the vote, not of the booking.' })
  day: string;

  @Field(() => String, { nullable: true, description: 'The title of the thread or the article that it came from; null where it cannot be seen any more, and of the day’s cap.' })
  title: string | null;

  @Field(() => String, { nullable: true, description: 'The address of the post or the article, beginning with a slash, without language; null where there is nothing to be seen any more.' })
  path: string | null;
}

@ObjectType({ description: 'A page of a member’s ledger, the latest first.' })
export class PointEntryConnection extends connectionOf(PointEntry, 'PointEntry') {}

@ObjectType({ description: 'Where a member stands, and why.' })
export class Standing {
  memberKey: string;

  @Field(() => Int, { description: 'Their points: always the sum of their ledger.' })
  points: number;

  @Field(() => [EarnedPoints], { description: 'What each rule has brought, the most first; rules that brought nothing are left out.' })
  earned: EarnedPoints[];
}
