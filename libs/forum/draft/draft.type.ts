import { Field, GraphQLISODateTime, InputType, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsString, Matches, ValidateNested } from 'class-validator';
import { LongTextField, MutationInput, Payload } from '#platform/graphql';

export const DRAFTS_MOST = 50; // of one member
const PLACE = /^(?:ask|announce|answer:thr_\d{1,19}|comment:pst_\d{1,19}|edit:pst_\d{1,19})$/;
const FIELDS_MOST = 40;
const TEXT = { min: 0, max: 30_000 };

@ObjectType({ description: 'What was typed into one field of a form.' })
export class DraftField {
  @Field(() => String, { description: 'The field’s name.' })
  name: string;

  @Field(() => String, { description: 'What was typed.' })
  value: string;
}

@ObjectType({ description: 'A text that its writer keeps for later; nobody else sees it. Unchanged for 90 days, it is removed.' })
export class Draft {
  @Field(() => String, { description: 'Where it belongs: ask, announce, answer:thr_1, comment:pst_1 or edit:pst_1.' })
  place: string;

  @Field(() => [DraftField], { description: 'What was typed, field by field.' })
  fields: DraftField[];

  @Field(() => GraphQLISODateTime, { description: 'When it was last saved.' })
  updatedAt: Date;
}

@ObjectType({ description: 'The draft saved or discarded.' })
export class DraftPayload extends Payload {
  @Field(() => Draft, { nullable: true, description: 'The draft as it was saved; null where it is none any more.' })
  draft?: Draft | null;
}

@InputType({ description: 'What was typed into one field of a form.' })
export class DraftFieldInput {
  @Field(() => String, { description: 'The field’s name, up to 60 letters, digits, dots, colons, dashes.' })
  @IsString()
  @Matches(/^[\w.:-]{1,60}$/)
  name: string;

  @LongTextField('What was typed.', TEXT)
  value: string;
}

@InputType({ description: 'A draft to keep; the one that was kept for this place gives way.' })
export class SaveDraftInput extends MutationInput {
  @Field(() => String, { description: 'Where it belongs: ask, announce, answer:thr_1, comment:pst_1 or edit:pst_1.' })
  @IsString()
  @Matches(PLACE)
  place: string;

  @Field(() => [DraftFieldInput], { description: 'What was typed, field by field, 1 to 40.' })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(FIELDS_MOST)
  @ValidateNested({ each: true })
  @Type(() => DraftFieldInput)
  fields: DraftFieldInput[];
}

@InputType({ description: 'A draft that is needed no more.' })
export class DiscardDraftInput extends MutationInput {
  @Field(() => String, { description: 'Where it belongs.' })
  @IsString()
  @Matches(PLACE)
  place: string;
}
