import { Field, GraphQLISODateTime, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsInt, Max, Min } from 'class-validator';
import { Member } from '#accounts';
import { connectionOf, IdField, LineField, LongTextField } from '#platform/graphql';
import { FieldsGiven, NamedField, type ThreadField, type ThreadFieldInput } from '../fields/field.type.js';
import { COMMENT_LENGTH } from '../post/post.type.js';
import { WrittenTextInput } from '../private-data/public-text.input.js';
import { TagsField } from '../tag/tags.field.js';
import { BODY_LENGTH, TITLE_LENGTH } from '../thread/thread.type.js';
import { SegmentKind } from './word.diff.js';

export const REASON_LENGTH = { min: 3, max: 300 }; // a sentence, not an essay

export const COST_OF_A_DIFF = 60; // complexity: comparing two long texts keeps the program busy for milliseconds: a request has room for some fifteen

registerEnumType(SegmentKind, {
  name: 'SegmentKind',
  description: 'What became of a piece of text.',
  valuesMap: { same: { description: 'It stayed.' }, added: { description: 'It came.' }, removed: { description: 'It went.' } },
});

@ObjectType({ description: 'A piece of a text, and what became of it in an edit.' })
export class TextSegment {
  @Field(() => SegmentKind, { description: 'What became of it.' })
  kind: SegmentKind;

  @Field(() => String, { description: 'The piece, as it was written.' })
  text: string;
}

@ObjectType({ description: 'A field of the category in which something else was said before.' })
export class FieldChange extends NamedField {
  @Field(() => String, { nullable: true, description: 'What was said before; null where nothing was.' })
  before: string | null;

  @Field(() => String, { nullable: true, description: 'What was said then; null where nothing was.' })
  after: string | null;
}

@ObjectType({ description: 'One edit of a post: who changed what, and when.' })
export class Revision {
  /** What the text was before and after; the API shows the difference. */
  before: RevisionText;
  after: RevisionText;

  @Field(() => Int, { description: 'The first edit is 1.' })
  number: number;

  @Field(() => Int, { nullable: true, description: 'The version of the post that it made: where the post has a later one, its author has mended it silently since. Null in old ones.' })
  version: number | null;

  @Field(() => Boolean, { description: 'Whether what stood there before it is hidden, its reason too. All but staff are then shown no changes.' })
  hidden: boolean;

  @Field(() => Boolean, { description: 'Whether what it made is hidden. All but staff are then shown no changes.' })
  afterHidden: boolean;

  @Field(() => Member, { nullable: true, description: 'Who edited it; null where they are gone.' })
  editor: Member | null;

  @Field(() => String, { nullable: true, description: 'Why, in their words.' })
  reason: string | null;

  @Field(() => GraphQLISODateTime, { description: 'When.' })
  createdAt: Date;
}

export interface RevisionText {
  source: string;
  title: string | null;
  tags: string[] | null;
  /** Null also in openings' revisions from the time when nobody could change them. */
  fields: ThreadField[] | null;
}

@ObjectType({ description: 'A page of a list, found by key: any page costs the same.' })
export class RevisionConnection extends connectionOf(Revision, 'Revision') {}

@InputType({ description: 'A post changed; what is left out stays.' })
export class EditPostInput extends WrittenTextInput {
  @IdField('Which post.')
  postId: string;

  @Field(() => Int, { description: 'The version of the post that the editor saw: somebody else’s edit in between is a Conflict.' })
  @IsInt()
  @Min(0)
  @Max(2_000_000_000)
  basedOn: number;

  @LongTextField('The new text, in Markdown; of a comment up to 2000, of others from 10.', { min: COMMENT_LENGTH.min, max: BODY_LENGTH.max, nullable: true })
  body?: string;

  @LineField('Of an opening: the new title.', { ...TITLE_LENGTH, nullable: true })
  title?: string;

  @TagsField({ nullable: true, description: 'Of an opening: all its tags by name; they must exist. At most 5.' })
  tags?: string[];

  @FieldsGiven('Of an opening: all that is said in the fields of its category; what is left out or empty is taken away.', { nullable: true })
  fields?: ThreadFieldInput[] | null;

  @LineField('Why, for the history.', { ...REASON_LENGTH, min: 0, nullable: true })
  reason?: string;
}
