import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, ValidateNested } from 'class-validator';
import { PATTERN_LENGTH } from '#platform/content';
import { BasedOnField, LineField, MutationInput, Payload } from '#platform/graphql';

export const PATTERNS_MOST = 20; // every text that is posted is held against all of them
const NAME_LENGTH = { min: 1, max: 60 };

@ObjectType({ description: 'What numbers of the company’s own look like.' })
export class CompanyPattern {
  @Field(() => String, { description: 'What they are called in German.' })
  nameDe: string;

  @Field(() => String, { description: 'What they are called in English.' })
  nameEn: string;

  @Field(() => String, { description: '# is a digit, ? a letter, everything else is itself; spaces and dashes may be left out in texts.' })
  pattern: string;

  @Field(() => String, { description: 'One of them, made up.' })
  example: string;
}

@ObjectType({ description: 'The patterns of the company’s own numbers.' })
export class CompanyPatternList {
  @Field(() => Int, { description: 'Another one with each change of the list: what basedOn of an input means.' })
  version: number;

  @Field(() => [CompanyPattern], { description: 'The whole list.' })
  patterns: CompanyPattern[];
}

@InputType({ description: 'What numbers of the company’s own look like.' })
export class CompanyPatternInput {
  @LineField('What they are called in German.', NAME_LENGTH)
  nameDe: string;

  @LineField('What they are called in English.', NAME_LENGTH)
  nameEn: string;

  @LineField('# is a digit, ? a letter, everything else is itself: KD-########. At least 5 digits or fixed letters and digits, 3 of them #.', PATTERN_LENGTH)
  pattern: string;

  @LineField('One that fits the pattern, made up.', NAME_LENGTH)
  example: string;
}

@InputType({ description: 'All patterns of the company’s own numbers.' })
export class SetCompanyPatternsInput extends MutationInput {
  @BasedOnField('list')
  basedOn?: number | null;

  @Field(() => [CompanyPatternInput], { description: 'The whole list, at most 20: what is not in it is looked for no more.' })
  @IsArray()
  @ArrayMaxSize(PATTERNS_MOST)
  @ValidateNested({ each: true })
  @Type(() => CompanyPatternInput)
  patterns: CompanyPatternInput[];
}

@ObjectType({ description: 'The patterns as they are now.' })
export class CompanyPatternsPayload extends Payload {
  @Field(() => CompanyPatternList, { nullable: true, description: 'The whole list; null where nothing was done.' })
  list?: CompanyPatternList | null;
}
