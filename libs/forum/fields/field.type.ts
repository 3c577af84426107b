import { applyDecorators } from '@nestjs/common';
import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsBoolean, IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min, MinLength, ValidateNested } from 'class-validator';
import { BasedOnField, IdField, LineField, MutationInput, Payload } from '#platform/graphql';

export const FIELDS_MOST = 10; // of one category: a longer form is one that nobody fills in
export const FIELDS_GIVEN_MOST = 30; // with a thread: those of the categories above count too
export const CHOICES_MOST = 50;
export const VALUE_LENGTH = 120;
const LABEL = { min: 1, max: 60 };
const KEY = /^[a-z][a-z0-9-]{0,29}$/;

@ObjectType({ description: 'Something that is asked of whoever opens a thread in a category: which device, which tariff.' })
export class CategoryField {
  @Field(() => ID, { description: 'fld_ and a number.' })
  id: string;

  @Field(() => String, { description: 'Its name for programs and in addresses.' })
  key: string;

  @Field(() => String, { description: 'What it is called in German.' })
  labelDe: string;

  @Field(() => String, { description: 'What it is called in English.' })
  labelEn: string;

  @Field(() => [String], { nullable: true, description: 'What can be chosen; null where anything can be written.' })
  choices: string[] | null;

  @Field(() => Boolean, { description: 'Whether no thread is opened without it.' })
  required: boolean;

  @Field(() => Int, { description: 'Its place among the fields of its category, small first.' })
  position: number;

  @Field(() => Int, { description: 'Another one with each change of it: what basedOn of an input means.' })
  version: number;

  @Field(() => ID, { description: 'The category that it was made for; those below have it too.' })
  categoryId: string;
}

/** A field as those know it who said something in it. */
@ObjectType({ isAbstract: true })
export abstract class NamedField {
  @Field(() => String, { description: 'The field’s name for programs and in addresses.' })
  key: string;

  @Field(() => String, { description: 'What the field is called in German.' })
  labelDe: string;

  @Field(() => String, { description: 'What the field is called in English.' })
  labelEn: string;
}

@ObjectType({ description: 'What is said in a field of a thread’s category.' })
export class ThreadField extends NamedField {
  @Field(() => String, { description: 'What was said.' })
  value: string;
}

@InputType({ description: 'What is said in a field of the category, or looked for in it.' })
export class ThreadFieldInput {
  @Field(() => String, { description: 'The field, by its key.' })
  @IsString()
  @Matches(KEY)
  key: string;

  @Field(() => String, { description: 'At most 120 characters; where there are choices, one of them.' })
  @IsString()
  @MaxLength(1_000)
  value: string;
}

/** What is said in the fields, in an input. */
export function FieldsGiven(description: string, options: { defaultValue: [] } | { nullable: true }): PropertyDecorator {
  return applyDecorators(
    Field(() => [ThreadFieldInput], { ...options, description }),
    IsOptional(),
    IsArray(),
    ArrayMaxSize(FIELDS_GIVEN_MOST),
    ValidateNested({ each: true }),
    Type(() => ThreadFieldInput),
  );
}

@ObjectType({ description: 'The field made, changed or removed.' })
export class CategoryFieldPayload extends Payload {
  @Field(() => CategoryField, { nullable: true, description: 'The field as it is now, or was; null where nothing was done.' })
  field?: CategoryField | null;
}

@InputType({ isAbstract: true })
abstract class FieldInput extends MutationInput {
  @LineField('What it is called in German.', LABEL)
  labelDe: string;

  @LineField('What it is called in English.', LABEL)
  labelEn: string;

  @Field(() => [String], { nullable: true, description: 'What can be chosen, 2 to 50 different ones of up to 120 characters; null where anything can be written.' })
  @IsOptional()
  @IsArray()
  @ArrayMinSize(2)
  @ArrayMaxSize(CHOICES_MOST)
  @ArrayUnique()
  @IsString({ each: true })
  @MinLength(1, { each: true })
  @MaxLength(VALUE_LENGTH, { each: true })
  @Matches(/^[^\p{Cc}\p{Cs}]*$/u, { each: true })
  choices?: string[] | null;

  @Field(() => Boolean, { defaultValue: false, description: 'Whether no thread is opened without it.' })
  @IsBoolean()
  required: boolean;

  @Field(() => Int, { defaultValue: 0, description: 'Its place among the fields of its category, 0 to 9999, small first.' })
  @IsInt()
  @Min(0)
  @Max(9999)
  position: number;
}

@InputType({ description: 'A new field of a category.' })
export class CreateCategoryFieldInput extends FieldInput {
  @IdField('The category; those below it have the field too.')
  categoryId: string;

  @Field(() => String, { description: 'Its name for programs and in addresses: small letters, digits, dashes; up to 30.' })
  @IsString()
  @Matches(KEY)
  key: string;
}

@InputType({ description: 'A field as it shall be from now on; what threads hold stays.' })
export class UpdateCategoryFieldInput extends FieldInput {
  @IdField('Which field.')
  id: string;

  @BasedOnField('field')
  basedOn?: number | null;
}

@InputType({ description: 'A field that is asked for no more; what threads hold stays.' })
export class RemoveCategoryFieldInput extends MutationInput {
  @IdField('Which field.')
  id: string;

  @BasedOnField('field')
  basedOn?: number | null;
}
