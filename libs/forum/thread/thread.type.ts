import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsBoolean } from 'class-validator';
import { Member } from '#accounts';
import type { Language } from '#platform/access';
import { CheckedFurther, connectionOf, IdField, LineField, LongTextField, MutationInput, Payload } from '#platform/graphql';
import type { PostState, ThreadKind } from '../forum.entities.js';
import { OpeningCheck } from '../ask/opening.check.js';
import { FieldsGiven, type ThreadFieldInput } from '../fields/field.type.js';
import { WrittenTextInput } from '../private-data/public-text.input.js';
import { TagsField } from '../tag/tags.field.js';
import { CLOSE_REASONS, type CloseReason, LANGUAGES, POST_STATES, THREAD_KINDS } from './closed.sets.js';

export const TITLE_LENGTH = { min: 8, max: 200 }; // long enough to say something, short enough for a list
export const BODY_LENGTH = { min: 10, max: 30_000 };

export enum ThreadFilter {
  all = 'all',
  unanswered = 'unanswered',
  unsolved = 'unsolved',
  solved = 'solved',
}
registerEnumType(ThreadFilter, {
  name: 'ThreadFilter',
  description: 'Which threads a list holds.',
  valuesMap: {
    all: { description: 'Every thread.' },
    unanswered: { description: 'Open questions without any answer.' },
    unsolved: { description: 'Questions without an accepted or official answer.' },
    solved: { description: 'Threads with an accepted or official answer.' },
  },
});

@ObjectType({ description: 'Whether the one who asks may do something, and if not, why.' })
export class Permission {
  @Field(() => Boolean, { description: 'Whether it is allowed.' })
  allowed: boolean;

  @Field(() => String, { nullable: true, description: 'Why not, for programs; null where it is allowed.' })
  reason: string | null;

  @Field(() => String, { nullable: true, description: 'Why not, as a sentence; null where it is allowed.' })
  message: string | null;
}

/** What a member said of a thread, and whether they follow it. */
export interface ThreadStanding {
  same: boolean;
  following: boolean;
  /** Where they asked it: whether somebody else has answered. */
  answered: boolean;
  /** Where they asked it: whether somebody else has moved it. */
  moved: boolean;
  /** What they said of whether it works again. */
  works: boolean | null;
}

@ObjectType({ description: 'A thread as the one who asks stands to it.' })
export class ThreadViewer {
  /** Whose viewer this is, for fields that are added from outside; not part of the API. */
  threadKey: string;

  @Field(() => Permission, { description: 'Whether they may answer.' })
  canAnswer: Permission;

  @Field(() => Permission, { description: 'Whether they may say that they have this problem too.' })
  canSaySameProblem: Permission;

  @Field(() => Boolean, { description: 'Whether they have said so.' })
  saidSameProblem: boolean;

  @Field(() => Boolean, { description: 'Whether they follow it.' })
  following: boolean;

  @Field(() => Permission, { description: 'Whether they may update its service notice: tell how far it has come, and that it is over.' })
  canUpdateNotice: Permission;

  @Field(() => Permission, { description: 'Whether they may say whether what its service notice tells of works again for them.' })
  canSayWorks: Permission;

  @Field(() => Boolean, { nullable: true, description: 'Whether it works again for them, as they said; null where they said nothing.' })
  saidWorks: boolean | null;

  @Field(() => Permission, { description: 'Whether they may say that they are on it; somebody else may be already.' })
  canClaim: Permission;

  @Field(() => Permission, { description: 'Whether they may close it, for at least one reason.' })
  canClose: Permission;

  @Field(() => Permission, { description: 'Whether they may open it again, where it is closed.' })
  canReopen: Permission;

  @Field(() => Permission, { description: 'Whether they may move it to another category.' })
  canMove: Permission;

  @Field(() => Permission, { description: 'Whether they may close it as a duplicate.' })
  canMarkDuplicate: Permission;

  @Field(() => Permission, { description: 'Whether they may make it a part of another thread.' })
  canMerge: Permission;

  @Field(() => Permission, { description: 'Whether they may make answers of it a thread of their own.' })
  canSplit: Permission;
}

@ObjectType({ description: 'The category a thread stands in, in brief.' })
export class ThreadCategory {
  @Field(() => ID, { description: 'cat_ and a number.' })
  id: string;

  @Field(() => String, { description: 'Its name in addresses.' })
  slug: string;

  @Field(() => String, { description: 'Its name.' })
  name: string;
}

@ObjectType({ description: 'A question, a discussion, an idea or an announcement, with all that was written under it.' })
export class Thread {
  /** The row's key, and what policies need to know; not part of the API. */
  key: string;
  askerId: string | null;
  acceptedKey: string | null;
  duplicateKey: string | null;
  closedBy: string | null;
  /** How the member who asks stands to it, where that was read with it. */
  standing?: ThreadStanding;

  @Field(() => ID, { description: 'thr_ and a number.' })
  id: string;

  @Field(() => THREAD_KINDS, { description: 'What it is.' })
  kind: ThreadKind;

  @Field(() => String, { description: 'Its title.' })
  title: string;

  @Field(() => String, { description: 'Its address on this site, beginning with a slash, without language.' })
  path: string;

  @Field(() => ThreadCategory, { description: 'Where it stands.' })
  category: ThreadCategory;

  @Field(() => [String], { description: 'Its tags, by name.' })
  tags: string[];

  @Field(() => Member, { nullable: true, description: 'Who opened it; null where they have no account here.' })
  author: Member | null;

  @Field(() => String, { nullable: true, description: 'The name of an author without an account; null where there is one.' })
  authorName: string | null;

  @Field(() => LANGUAGES, { description: 'What it is written in.' })
  language: Language;

  @Field(() => Int, { description: 'Visible answers.' })
  answerCount: number;

  @Field(() => Int, { description: 'Members who said that they have this problem too.' })
  sameProblemCount: number;

  @Field(() => Int, { description: 'How often somebody who was about to ask, or searched, opened it and said that it solved their problem: once a person and day.' })
  solvedFor: number;

  @Field(() => Boolean, { description: 'Whether it has an accepted or an official answer.' })
  solved: boolean;

  @Field(() => Boolean, { description: 'Whether an answer is accepted.' })
  hasAccepted: boolean;

  @Field(() => Boolean, { description: 'Whether staff marked an answer official.' })
  hasOfficial: boolean;

  @Field(() => POST_STATES, { description: 'Who sees it.' })
  state: PostState;

  @Field(() => Boolean, { description: 'Closed threads take no more posts.' })
  closed: boolean;

  @Field(() => CLOSE_REASONS, { nullable: true, description: 'Why it is closed; null while it is open.' })
  closeReason: CloseReason | null;

  @Field(() => GraphQLISODateTime, { description: 'When it was opened.' })
  createdAt: Date;

  @Field(() => GraphQLISODateTime, { description: 'When something was last written.' })
  lastActivityAt: Date;
}

@ObjectType({ description: 'A page of a list, found by key: any page costs the same.' })
export class ThreadConnection extends connectionOf(Thread, 'Thread') {}

@ObjectType({ description: 'The thread opened or changed.' })
export class ThreadPayload extends Payload {
  threadKey?: string | null;
}

@InputType({ isAbstract: true })
@CheckedFurther(OpeningCheck)
export abstract class OpeningInput extends WrittenTextInput {
  @LineField('What it is about, in one line.', TITLE_LENGTH)
  title: string;

  @LongTextField('All there is to say, in Markdown.', BODY_LENGTH)
  body: string;

  @IdField('Where it stands.')
  categoryId: string;

  @TagsField({ defaultValue: [], description: 'Tags by name; they must exist. At most 5.' })
  tags?: string[];
}

@InputType({ isAbstract: true })
abstract class FieldedOpeningInput extends OpeningInput {
  @FieldsGiven('What is said in the fields of the category.', { defaultValue: [] })
  fields?: ThreadFieldInput[];
}

@InputType({ description: 'A new question.' })
export class AskQuestionInput extends FieldedOpeningInput {}

@InputType({ description: 'A new discussion.' })
export class StartDiscussionInput extends FieldedOpeningInput {}

@InputType({ description: 'Saying, or no longer saying, that one has this problem too.' })
export class SameProblemInput extends MutationInput {
  @IdField('Which question.')
  threadId: string;

  @Field(() => Boolean, { description: 'true: I have it too; false: taken back.' })
  @IsBoolean()
  same: boolean;
}
