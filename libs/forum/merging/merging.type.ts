import { Field, ID, InputType } from '@nestjs/graphql';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsString, MaxLength } from 'class-validator';
import { IdField, LineField, MutationInput } from '#platform/graphql';
import { REASON_LENGTH } from '../edit/edit.type.js';
import { PublicTextInput } from '../private-data/public-text.input.js';
import { TITLE_LENGTH } from '../thread/thread.type.js';

export const SPLIT_MOST = 100; // what one can choose by hand on a page

@InputType({ description: 'A thread that was there before.' })
export class MarkDuplicateInput extends MutationInput {
  @IdField('Which thread.')
  threadId: string;

  @IdField('The thread it repeats; where that one is a duplicate itself, what it points to counts.')
  ofId: string;

  @LineField('More about why, for the log.', { ...REASON_LENGTH, min: 0, nullable: true })
  note?: string;
}

@InputType({ description: 'Two threads that are to become one.' })
export class MergeThreadsInput extends MutationInput {
  @IdField('The thread that goes; its address leads to the other from then on.')
  sourceId: string;

  @IdField('The thread that stays.')
  targetId: string;

  @LineField('Why, for the log.', { ...REASON_LENGTH, min: 0, nullable: true })
  note?: string;
}

@InputType({ description: 'Answers that are to become a thread of their own.' })
export class SplitThreadInput extends PublicTextInput {
  @IdField('Out of which thread.')
  threadId: string;

  @Field(() => [ID], { description: 'The answers, 1 to 100; their comments go with them. The oldest becomes the opening.' })
  @IsArray()
  @ArrayMinSize(1, { message: JSON.stringify({ code: 'required' }) })
  @ArrayMaxSize(SPLIT_MOST)
  @IsString({ each: true })
  @MaxLength(40, { each: true })
  postIds: string[];

  @LineField('The title of the new thread.', TITLE_LENGTH)
  title: string;

  @IdField('Where the new thread stands.')
  categoryId: string;

  @LineField('Why, for the log.', { ...REASON_LENGTH, min: 0, nullable: true })
  note?: string;
}
