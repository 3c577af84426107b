import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { ArrayMaxSize, IsArray, IsBoolean, IsEnum, IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import { LANGUAGES, PublicTextInput, TagsField } from '#forum';
import type { Language } from '#platform/access';
import { BasedOnField, IdField, LineField, LongTextField, MutationInput, PagesArgs } from '#platform/graphql';
import { EntryKind, EntryState } from './entry.sets.js';

export const TITLE_LENGTH = { min: 5, max: 200 };
export const TEXT_LENGTH = { min: 5, max: 60_000 }; // twice the longest post: an article may explain a whole product
const REASON_LENGTH = { min: 3, max: 500 };

@InputType({ description: 'An accepted or official answer that is to become knowledge.' })
export class PromoteInput extends MutationInput {
  @IdField('The answer.')
  postId: string;
}

@InputType({ description: 'A new knowledge entry, as a draft.' })
export class WriteEntryInput extends PublicTextInput {
  @Field(() => EntryKind, { description: 'What it is.' })
  @IsEnum(EntryKind)
  kind: EntryKind;

  @LineField('Its title; of an FAQ entry the question.', TITLE_LENGTH)
  title: string;

  @LongTextField('Its text, Markdown; of an FAQ entry the answer.', TEXT_LENGTH)
  text: string;

  @IdField('The topic it stands under.')
  categoryId: string;

  @Field(() => LANGUAGES, { description: 'Its language.' })
  @IsEnum(LANGUAGES)
  language: Language;

  @TagsField({ nullable: true, description: 'The products and topics it is about: tags by name; they must exist. At most 5. Left out of a translation: those of the original.' })
  tags?: string[] | null;

  @IdField('The entry it is a translation of: of the same kind, in the other language.', { nullable: true })
  originalId?: string | null;

  @Field(() => [ID], { nullable: true, description: 'Threads whose question it answers, at most 20: they are no gap any more once it is published.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  @MaxLength(40, { each: true })
  @Matches(/^[^\p{Cc}\p{Cs}]*$/u, { each: true })
  threadIds?: string[] | null;
}

@InputType({ description: 'A change of a knowledge entry. What is not given stays as it is.' })
export class EditEntryInput extends PublicTextInput {
  @IdField('Which entry.')
  entryId: string;

  @LineField('Its title; of an FAQ entry the question.', { ...TITLE_LENGTH, nullable: true })
  title?: string | null;

  @LongTextField('Its text, Markdown; of an FAQ entry the answer.', { ...TEXT_LENGTH, nullable: true })
  text?: string | null;

  @IdField('The topic it stands under. It changes at once, also of what everyone reads.', { nullable: true })
  categoryId?: string | null;

  @TagsField({ nullable: true, description: 'All its tags by name; they must exist. At most 5. They change at once, also of what everyone reads.' })
  tags?: string[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether this text takes over what its answers say now (KnowledgeEntry.sourceUpdate): nothing is left to be taken over then.' })
  @IsOptional()
  @IsBoolean()
  sourcesTaken?: boolean | null;

  @BasedOnField('entry')
  basedOn?: number | null;
}

@InputType({ description: 'Which knowledge entry, as it was seen.' })
export class DecideEntryInput extends MutationInput {
  @IdField('Which entry.')
  entryId: string;

  @BasedOnField('entry')
  basedOn?: number | null;
}

@InputType({ description: 'A draft that is not wanted.' })
export class RejectEntryInput extends DecideEntryInput {
  @LineField('Why, for the others on the team.', REASON_LENGTH)
  reason: string;
}

@InputType({ description: 'A part of a knowledge entry that becomes one of its own.' })
export class SplitEntryInput extends PublicTextInput {
  @IdField('Which entry.')
  entryId: string;

  @LineField('The title of the new one; of an FAQ entry the question.', TITLE_LENGTH)
  title: string;

  @LongTextField('Its text, Markdown; of an FAQ entry the answer. The text of the other one stays until it is edited.', TEXT_LENGTH)
  text: string;

  @Field(() => [ID], { description: 'The threads whose question the new one answers: of those that the entry answers or was made from, at most 100.' })
  @IsArray()
  @ArrayMaxSize(100)
  @IsString({ each: true })
  @MaxLength(40, { each: true })
  @Matches(/^[^\p{Cc}\p{Cs}]*$/u, { each: true })
  threadIds: string[];

  @BasedOnField('entry')
  basedOn?: number | null;
}

@InputType({ description: 'Two entries that say the same.' })
export class MergeEntriesInput extends MutationInput {
  @IdField('The one that goes. Its address leads to the other from then on.')
  entryId: string;

  @IdField('The one that stays: of the same kind and language.')
  intoId: string;
}

@InputType({ description: 'Whether a knowledge entry helped.' })
export class RateEntryInput extends MutationInput {
  @IdField('Which entry.')
  entryId: string;

  @Field(() => Boolean, { description: 'Whether it helped. What is said later counts instead.' })
  @IsBoolean()
  helpful: boolean;
}

@ArgsType()
export class EntriesArgs extends PagesArgs {
  @Field(() => EntryKind, { nullable: true, description: 'Only of this kind.' })
  @IsOptional()
  @IsEnum(EntryKind)
  kind?: EntryKind | null;

  @Field(() => String, { nullable: true, description: 'Only under this topic (its name in addresses) and those below it.' })
  @IsOptional()
  @IsString()
  @MaxLength(60)
  category?: string | null;

  @Field(() => LANGUAGES, { nullable: true, description: 'Only in this language.' })
  @IsOptional()
  @IsEnum(LANGUAGES)
  language?: Language | null;
}

@ArgsType()
export class ReviewEntriesArgs extends PagesArgs {
  @Field(() => EntryState, { nullable: true, description: 'Only in this state; left out: all that waits for a decision.' })
  @IsOptional()
  @IsEnum(EntryState)
  state?: EntryState | null;
}

@ArgsType()
export class EntryArgs {
  @Field(() => ID, { description: 'kno_ and a number.' })
  @IsString()
  @MaxLength(40)
  id: string;
}

const TOPIC_ENTRIES = 20; // of a topic among all topics: the rest stands on its own page

@ArgsType()
export class FaqArgs {
  @Field(() => LANGUAGES, { nullable: true, description: 'Only in this language.' })
  @IsOptional()
  @IsEnum(LANGUAGES)
  language?: Language | null;

  @Field(() => Int, { defaultValue: 5, description: 'So many entries of each topic, 1 to 20.' })
  @IsInt()
  @Min(1)
  @Max(TOPIC_ENTRIES)
  first: number;
}

@ArgsType()
export class NewestArgs {
  @Field(() => Int, { description: 'So many, 1 to 20.' })
  @IsInt()
  @Min(1)
  @Max(TOPIC_ENTRIES)
  first: number;

  @Field(() => LANGUAGES, { nullable: true, description: 'Only in this language.' })
  @IsOptional()
  @IsEnum(LANGUAGES)
  language?: Language | null;
}
