import { ArgsType, Field, GraphQLISODateTime, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsDate, IsEnum, IsOptional, IsString, Matches, MaxLength, MinLength, ValidateNested } from 'class-validator';
import { IdField, LineField, MutationInput } from '#platform/graphql';
import { FieldsGiven, type ThreadFieldInput } from '../fields/field.type.js';
import { PublicTextInput } from '../private-data/public-text.input.js';
import { OpeningInput } from '../thread/thread.type.js';
import { NOTICE_KINDS, NOTICE_STATES, type NoticeKind, type NoticeState } from './notice.sets.js';

const AFFECTED_LENGTH = { min: 3, max: 200 };
export const NOTICES_SHOWN = 3; // the newest: a page of notices would hide what people came for
const REGIONS_MOST = 20; // what concerns more regions concerns everybody
export const CATEGORIES_MOST = 20;
const REGION_LENGTH = 60;
const SAID_LENGTH = { min: 3, max: 500 }; // a line, as it fits into a mail's first lines
const TEXT_MOST = 2_000; // characters that comparing uses

function RegionsField(options: { defaultValue: [] } | { nullable: true }): PropertyDecorator {
  return (target, key) => {
    Field(() => [String], { ...options, description: 'In which regions, at most 20 of up to 60 characters; none: everywhere.' })(target, key);
    for (const check of [IsOptional(), IsArray(), ArrayMaxSize(REGIONS_MOST), IsString({ each: true }), MinLength(1, { each: true }), MaxLength(REGION_LENGTH, { each: true }), Matches(/^[^\p{Cc}\p{Cs}]*$/u, { each: true })]) check(target, key);
  };
}

function CategoriesField(options: { defaultValue: [] } | { nullable: true }): PropertyDecorator {
  return (target, key) => {
    Field(() => [ID], { ...options, description: 'Which categories it concerns besides the one it stands in, with those below them, by id; at most 20.' })(target, key);
    for (const check of [IsOptional(), IsArray(), ArrayMaxSize(CATEGORIES_MOST), IsString({ each: true }), MaxLength(40, { each: true })]) check(target, key);
  };
}

function ExpectedEndField(description: string): PropertyDecorator {
  return (target, key) => {
    Field(() => GraphQLISODateTime, { nullable: true, description })(target, key);
    for (const check of [IsOptional(), Type(() => Date), IsDate()]) check(target, key);
  };
}

@InputType({ description: 'What makes an announcement a service notice. It concerns the category and the tags of the announcement.' })
export class ServiceNoticeInput {
  @Field(() => NOTICE_KINDS, { defaultValue: 'outage', description: 'What it is.' })
  @IsOptional()
  @IsEnum(NOTICE_KINDS)
  kind?: NoticeKind;

  @LineField('Which products, in which region, in words.', AFFECTED_LENGTH)
  affected: string;

  @RegionsField({ defaultValue: [] })
  regions?: string[];

  @CategoriesField({ defaultValue: [] })
  categoryIds?: string[];

  @Field(() => NOTICE_STATES, { defaultValue: 'looking', description: 'How far it has come; not over.' })
  @IsOptional()
  @IsEnum(NOTICE_STATES)
  state?: NoticeState;

  @ExpectedEndField('When it should be over, within a year; null where nobody knows.')
  expectedEndAt?: Date | null;
}

@InputType({ description: 'A new announcement.' })
export class AnnounceInput extends OpeningInput {
  @Field(() => ServiceNoticeInput, { nullable: true, description: 'Tells of an outage or a recall: shown on the front page and to those who ask, until it is over.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => ServiceNoticeInput)
  notice?: ServiceNoticeInput;
}

@InputType({ description: 'An update of a service notice. What is not given stays as it is.' })
export class UpdateNoticeInput extends PublicTextInput {
  @IdField('The announcement it stands in.')
  threadId: string;

  @IdField('The version that was read before; if there is an update since, nothing is changed.', { nullable: true })
  basedOn?: string | null;

  @Field(() => NOTICE_STATES, { description: 'How far it has come, the same as before or another. What was over and is not after all goes on.' })
  @IsEnum(NOTICE_STATES)
  state: NoticeState;

  @LineField('What there is to say about it, in one line.', SAID_LENGTH)
  text: string;

  @ExpectedEndField('When it should be over, within a year; null: nobody knows.')
  expectedEndAt?: Date | null;

  @LineField('Which products, in which region, in words.', { ...AFFECTED_LENGTH, nullable: true })
  affected?: string | null;

  @RegionsField({ nullable: true })
  regions?: string[] | null;

  @CategoriesField({ nullable: true })
  categoryIds?: string[] | null;
}

@InputType({ description: 'A service notice that is over.' })
export class EndNoticeInput extends MutationInput {
  @IdField('The announcement it stands in.')
  threadId: string;
}

@InputType({ description: 'Whether it works again for the one who says so.' })
export class SayWorksInput extends MutationInput {
  @IdField('The announcement of what is over.')
  threadId: string;

  @Field(() => Boolean, { description: 'true: it works again; false: it is still broken.' })
  @IsBoolean()
  works: boolean;
}

// without default values: compiled queries do not know those of an input's fields
@InputType({ description: 'What somebody is about to ask, looks for or reads of.' })
export class NoticeAboutInput {
  @Field(() => String, { nullable: true, description: 'What was typed; its first 2,000 characters count.' })
  @IsOptional()
  @IsString()
  text?: string | null;

  @Field(() => String, { nullable: true, description: 'The category, by its id.' })
  @IsOptional()
  @IsString()
  @MaxLength(40)
  categoryId?: string | null;

  @Field(() => String, { nullable: true, description: 'The category, by its name in addresses, where it is not given by its id.' })
  @IsOptional()
  @IsString()
  @MaxLength(60)
  category?: string | null;

  @Field(() => [String], { nullable: true, description: 'Tags by name, at most 20.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  @MaxLength(200, { each: true })
  tags?: string[] | null;

  @FieldsGiven('What is said in the fields of the category; the field `region` is compared with the regions of notices.', { nullable: true })
  fields?: ThreadFieldInput[] | null;
}

@ArgsType()
export class ServiceNoticesArgs {
  @Field(() => NoticeAboutInput, { nullable: true, description: 'What to compare them with: those that it matches come first.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => NoticeAboutInput)
  about?: NoticeAboutInput | null;

  @Field(() => Boolean, { defaultValue: false, description: 'Only those that it matches.' })
  @IsBoolean()
  matching: boolean;
}

/** As much of what was typed as is compared. */
export function comparedText({ text }: NoticeAboutInput): string {
  return (text ?? '').slice(0, TEXT_MOST);
}

@ObjectType({ description: 'What was said of a service notice at a time.' })
export class NoticeUpdate {
  @Field(() => NOTICE_STATES, { description: 'How far it had come.' })
  state: NoticeState;

  @Field(() => String, { nullable: true, description: 'What was said besides; null where nothing was.' })
  text: string | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it was expected to be over then; null where nobody knew.' })
  expectedEndAt: Date | null;

  @Field(() => GraphQLISODateTime, { description: 'When it was said.' })
  createdAt: Date;
}

@ObjectType({ description: 'An outage, a maintenance, a recall or a known fault, told in an announcement.' })
export class ServiceNotice {
  /** The thread it stands in; not part of the API. */
  threadKey: string;

  @Field(() => ID, { description: 'Another one with each update of it: what basedOn of an input means.' })
  version: string;

  @Field(() => NOTICE_KINDS, { description: 'What it is.' })
  kind: NoticeKind;

  @Field(() => NOTICE_STATES, { description: 'How far it has come.' })
  state: NoticeState;

  @Field(() => String, { description: 'Which products, in which region, in words.' })
  affected: string;

  @Field(() => [String], { description: 'In which regions; none: everywhere.' })
  regions: string[];

  @Field(() => Boolean, { description: 'Whether it still lasts.' })
  ongoing: boolean;

  @Field(() => GraphQLISODateTime, { description: 'Since when it is known.' })
  startedAt: Date;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it should be over; null where nobody knows.' })
  expectedEndAt: Date | null;

  @Field(() => Boolean, { description: 'Whether it lasts longer than was expected, and nothing was said since.' })
  overdue: boolean;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it was over; null while it lasts.' })
  endedAt: Date | null;

  @Field(() => Int, { description: 'For how many it works again, as they say once it is over.' })
  worksCount: number;

  @Field(() => Int, { description: 'For how many it is still broken, as they say once it is over.' })
  brokenCount: number;

  @Field(() => Boolean, { description: 'Whether it matches what `serviceNotices` was asked about; false elsewhere.' })
  matching: boolean;
}
