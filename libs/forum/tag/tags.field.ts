import { applyDecorators } from '@nestjs/common';
import { Field, type FieldOptions } from '@nestjs/graphql';
import { ArrayMaxSize, IsArray, IsOptional, IsString, Matches, MaxLength } from 'class-validator';

export const TAGS_MOST = 5;

/** Tags by name, in an input. */
export function TagsField(options: FieldOptions): PropertyDecorator {
  return applyDecorators(
    Field(() => [String], options), IsOptional(), IsArray(), ArrayMaxSize(TAGS_MOST), IsString({ each: true }), MaxLength(40, { each: true }), Matches(/^\P{Cc}*$/u, { each: true }),
  );
}
