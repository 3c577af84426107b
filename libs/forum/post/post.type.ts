import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsEnum } from 'class-validator';
import { Member } from '#accounts';
import { connectionOf, IdField, LongTextField, MutationInput, Payload } from '#platform/graphql';
import type { PostKind, PostState } from '../forum.entities.js';
import { WrittenTextInput } from '../private-data/public-text.input.js';
import { POST_KINDS, POST_STATES } from '../thread/closed.sets.js';
import type { Standing } from './post.reader.js';
import { BODY_LENGTH, Permission } from '../thread/thread.type.js';

export const COMMENT_LENGTH = { min: 2, max: 2_000 }; // a remark; what is longer is an answer

export enum VoteChoice {
  up = 'up',
  down = 'down',
  none = 'none',
}
registerEnumType(VoteChoice, {
  name: 'VoteChoice',
  description: 'A vote.',
  valuesMap: { up: { description: 'This helps.' }, down: { description: 'This misleads.' }, none: { description: 'No vote, or taken back.' } },
});

@ObjectType({ description: 'A post as the one who asks stands to it.' })
export class PostViewer {
  /** Whose viewer this is, for fields that are added from outside; not part of the API. */
  postKey: string;

  @Field(() => VoteChoice, { description: 'Their vote.' })
  vote: VoteChoice;

  @Field(() => Permission, { description: 'Whether they may vote it up.' })
  canVoteUp: Permission;

  @Field(() => Permission, { description: 'Whether they may vote it down.' })
  canVoteDown: Permission;

  @Field(() => Permission, { description: 'Whether they may accept this answer, or take the acceptance back.' })
  canAccept: Permission;

  @Field(() => Permission, { description: 'Whether they may mark this answer official, or take the mark back.' })
  canMarkOfficial: Permission;

  @Field(() => Permission, { description: 'Whether they may comment.' })
  canComment: Permission;

  @Field(() => Permission, { description: 'Whether they may change it.' })
  canEdit: Permission;

  @Field(() => Permission, { description: 'Whether they may hide what stands in its history, and show it again.' })
  canHideRevisions: Permission;

  @Field(() => Permission, { description: 'Whether they may delete it.' })
  canDelete: Permission;

  @Field(() => Permission, { description: 'Whether they may bring it back, where it is deleted.' })
  canRestore: Permission;

  @Field(() => Permission, { description: 'Whether they may say that this answer solved it for them, too.' })
  canSayAlsoSolved: Permission;

  @Field(() => Boolean, { description: 'Whether they have said so.' })
  saidAlsoSolved: boolean;

  @Field(() => Boolean, { description: 'Whether they keep it to come back to.' })
  bookmarked: boolean;

  @Field(() => Boolean, { description: 'Whether they are the one who deleted it.' })
  deletedIt: boolean;
}

@ObjectType({ description: 'An opening post, an answer or a comment.' })
export class Post {
  /** The row's key, and what policies need to know; not part of the API. */
  key: string;
  threadKey: string;
  authorId: string | null;
  askerId: string | null;
  threadKind: string;
  threadClosed: boolean;
  threadState: PostState;
  deletedBy: string | null;
  answeredByOthers: boolean;
  hasOfficial: boolean;
  /** Answers the field of this name, where its comments were read with it. */
  firstComments?: (args: { first: number }) => Post[];
  /** How the member who asks stands to it, where that was read with it. */
  standing?: Standing;

  @Field(() => ID, { description: 'pst_ and a number.' })
  id: string;

  @Field(() => POST_KINDS, { description: 'What it is in its thread.' })
  kind: PostKind;

  @Field(() => Member, { nullable: true, description: 'Who wrote it; null where they have no account here.' })
  author: Member | null;

  @Field(() => String, { nullable: true, description: 'The name of an author without an account; null where there is one.' })
  authorName: string | null;

  @Field(() => String, { description: 'The same as safe HTML, made when it was written.' })
  html: string;

  @Field(() => Int, { description: 'Votes up minus votes down, those from before an import included.' })
  score: number;

  @Field(() => Boolean, { description: 'Whether this is the accepted answer of its thread.' })
  accepted: boolean;

  @Field(() => Boolean, { description: 'Whether staff marked this answer official.' })
  official: boolean;

  @Field(() => Int, { description: 'Members who said that this answer solved it for them, too.' })
  alsoSolvedCount: number;

  @Field(() => POST_STATES, { description: 'Who sees it.' })
  state: PostState;

  @Field(() => Int, { description: 'Grows with each change: who edits says which they saw.' })
  version: number;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it was deleted; null where it is not.' })
  deletedAt: Date | null;

  @Field(() => ID, { nullable: true, description: 'Of a comment: the post it stands under, pst_ and a number.' })
  parentId: string | null;

  @Field(() => String, { nullable: true, description: 'Of a comment that was the opening of a thread, before it became part of this one: the title of that thread.' })
  openedAs: string | null;

  @Field(() => Int, { description: 'Visible comments under it.' })
  commentCount: number;

  @Field(() => GraphQLISODateTime, { description: 'When it was written.' })
  createdAt: Date;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it was last changed; null where it never was.' })
  editedAt: Date | null;
}

@ObjectType({ description: 'A page of a list, found by key: any page costs the same.' })
export class PostConnection extends connectionOf(Post, 'Post') {}

@ObjectType({ description: 'The post written or changed, and its thread.' })
export class PostPayload extends Payload {
  postKey?: string | null;
  threadKey?: string | null;
}

@InputType({ description: 'A new answer.' })
export class AnswerInput extends WrittenTextInput {
  @IdField('Which thread.')
  threadId: string;

  @LongTextField('The answer, in Markdown.', BODY_LENGTH)
  body: string;
}

@InputType({ description: 'A new comment.' })
export class CommentInput extends WrittenTextInput {
  @IdField('Under which opening post or answer.')
  postId: string;

  @LongTextField('The comment, in Markdown.', COMMENT_LENGTH)
  body: string;
}

@InputType({ description: 'A vote.' })
export class VoteInput extends MutationInput {
  @IdField('On which opening post or answer.')
  postId: string;

  @Field(() => VoteChoice, { description: 'The vote; none takes it back.' })
  @IsEnum(VoteChoice)
  vote: VoteChoice;
}

@InputType({ description: 'Which answer.' })
export class AnswerIdInput extends MutationInput {
  @IdField('The answer.')
  postId: string;
}
