import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { Member } from '#accounts';
import { connectionOf, IdField, MutationInput, Payload } from '#platform/graphql';
import { NotificationKind } from '../notification.kinds.js';

registerEnumType(NotificationKind, {
  name: 'NotificationKind',
  description: 'What is told.',
  valuesMap: {
    answer: { description: 'An answer to the recipient’s own thread.' },
    accepted: { description: 'The recipient’s answer was accepted.' },
    official: { description: 'The recipient’s answer was marked official.' },
    helped: { description: 'The recipient’s answer has helped people who were about to ask; told once a day at most, with how many.' },
    mention: { description: 'The recipient was named in a post.' },
    comment: { description: 'A comment under what the recipient wrote, or commented on.' },
    reply: { description: 'A post in a thread that the recipient follows.' },
    newThread: { description: 'A new thread in a category, under a tag or by a member that the recipient follows.' },
    noticeLooking: { description: 'An update of a service notice that the recipient follows: it is being looked into.' },
    noticeFound: { description: 'An update of a service notice that the recipient follows: the cause is found.' },
    noticeRepairing: { description: 'An update of a service notice that the recipient follows: it is being repaired.' },
    noticeEnded: { description: 'What a service notice told of is over.' },
    postEdited: { description: 'Somebody else edited the recipient’s post.' },
    postDeleted: { description: 'Somebody else deleted the recipient’s post.' },
    postRestored: { description: 'Somebody else restored the recipient’s post.' },
    postHidden: { description: 'The recipient’s post was hidden: by those who keep order, or by several reports until they have looked at it.' },
    postShown: { description: 'The recipient’s post is seen again: those who keep order looked at it.' },
    threadClosed: { description: 'Somebody else closed the recipient’s thread.' },
    threadReopened: { description: 'Somebody else opened the recipient’s thread again.' },
    threadMoved: { description: 'Somebody else moved the recipient’s thread to another category.' },
    threadMerged: { description: 'Somebody else merged the recipient’s thread into this one.' },
    threadDuplicate: { description: 'Somebody else marked the recipient’s thread as a duplicate of this one.' },
    postSplit: { description: 'Somebody else moved a post of the recipient’s to this thread, which is new.' },
    followedMerged: { description: 'Another thread became part of this one; the recipient followed one of the two.' },
    followedDuplicate: { description: 'A thread that the recipient follows was marked as a duplicate of this one.' },
    followedSplit: { description: 'Answers of a thread that the recipient follows were moved to this one, which is new.' },
    madeCustomer: { description: 'The recipient has no role beyond a customer’s any more.' },
    madeSuperUser: { description: 'The recipient became a super user.' },
    madeStaff: { description: 'The recipient became staff.' },
    madeAdmin: { description: 'The recipient became an admin.' },
    rankRaised: { description: 'The recipient has reached a higher rank.' },
    rankLowered: { description: 'The recipient has a lower rank than before.' },
    badge: { description: 'The recipient has a new badge.' },
    superUserInvited: { description: 'The recipient is invited to be a super user.' },
    superUserAccepted: { description: 'Somebody whom the recipient invited is a super user now.' },
    superUserDeclined: { description: 'Somebody whom the recipient invited would rather be no super user.' },
    superUserRenewed: { description: 'The recipient is a super user for another year.' },
    superUserEnded: { description: 'The recipient is no super user any more.' },
    superUserTermEnds: { description: 'The term of a super user whom the recipient invited ends within a month.' },
    noticeGiven: { description: 'The recipient was given a notice by those who keep order.' },
    silenced: { description: 'The recipient writes nothing in public for so many hours.' },
    suspended: { description: 'The recipient takes no part for so many hours.' },
    sanctionLifted: { description: 'What the recipient might not do, they may again.' },
    appealUpheld: { description: 'Somebody else has looked at what the recipient appealed against, and it stays.' },
    appealLifted: { description: 'Somebody else has looked at what the recipient appealed against, and it was undone.' },
    entryReview: { description: 'Articles or FAQ entries that the recipient looks after need review.' },
    entryPublished: { description: 'An article or FAQ entry that the recipient wrote is read by everyone now.' },
    entryRejected: { description: 'An article or FAQ entry that the recipient wrote is not wanted; why stands with it.' },
    becameKnowledge: { description: 'An answer of the recipient has become part of an article or an FAQ entry.' },
    dataReady: { description: 'The export of the recipient’s data can be downloaded.' },
  },
});

@ObjectType({ description: 'Something that happened and concerns the one who asks.' })
export class Notification {
  key: string;

  @Field(() => ID, { description: 'ntf_ and a number.' })
  id: string;

  @Field(() => NotificationKind, { description: 'What happened.' })
  kind: NotificationKind;

  @Field(() => Member, { nullable: true, description: 'Who did it; null where they have no account any more.' })
  actor: Member | null;

  @Field(() => ID, { nullable: true, description: 'The thread it is about; null where it can no longer be seen, and where it is about the recipient.' })
  threadId: string | null;

  @Field(() => String, { nullable: true, description: 'That thread’s title; null where it may not be seen.' })
  title: string | null;

  @Field(() => String, { nullable: true, description: 'The address that leads there, beginning with a slash, without language; null where there is nothing to be seen any more.' })
  path: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was done, as whoever keeps order said; null where nothing was said.' })
  reason: string | null;

  @Field(() => String, { nullable: true, description: 'What staff said with it, of an update of a service notice; null where they said nothing, and of other kinds.' })
  said: string | null;

  @Field(() => String, { nullable: true, description: 'How the answer, the comment or the post that names the recipient begins, as plain text; null of other kinds, and where not everyone sees it.' })
  excerpt: string | null;

  @Field(() => String, { nullable: true, description: 'Of a thread that was marked as a duplicate: its title; null of other kinds, and where it may not be seen.' })
  duplicateTitle: string | null;

  @Field(() => Boolean, { description: 'Of a thread that was marked as a duplicate: whether it is one of a service notice, whose end will be told. False of other kinds.' })
  ofNotice: boolean;

  @Field(() => Int, { nullable: true, description: 'How many it helped, of answers that helped; how many entries need review, of word of these; the rank, of word of a new one; null of other kinds.' })
  times: number | null;

  @Field(() => GraphQLISODateTime, { description: 'When it was told.' })
  createdAt: Date;

  @Field(() => Boolean, { description: 'Whether it was read.' })
  read: boolean;
}

@ObjectType({ description: 'A page of notifications.' })
export class NotificationConnection extends connectionOf(Notification, 'Notification') {}

@InputType({ description: 'Notifications that were read. One of the three says which.' })
export class MarkNotificationsReadInput extends MutationInput {
  @Field(() => [ID], { nullable: true, description: 'These, at most 100.' })
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @IsString({ each: true })
  @MaxLength(40, { each: true })
  @Matches(/^[^\p{Cc}\p{Cs}]*$/u, { each: true })
  ids?: string[];

  @IdField('This one and all before it: what came since the list was shown stays unread.', { nullable: true })
  upTo?: string;

  @IdField('All about this post.', { nullable: true })
  postId?: string;
}

@ObjectType({ description: 'What remains unread.' })
export class NotificationsReadPayload extends Payload {
  @Field(() => Int, { nullable: true, description: 'How many are unread, at most 100: then there are that many or more. Null where nothing was done.' })
  unread?: number | null;
}
