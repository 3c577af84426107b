import { Field, InputType, registerEnumType } from '@nestjs/graphql';
import { IsEnum } from 'class-validator';
import { IdField, LineField, MutationInput } from '#platform/graphql';
import { REASON_LENGTH } from '../edit/edit.type.js';
import { FieldsGiven, type ThreadFieldInput } from '../fields/field.type.js';
import { PublicTextInput } from '../private-data/public-text.input.js';

export enum ClosingReason {
  settled = 'settled',
  off_topic = 'off_topic',
}
registerEnumType(ClosingReason, {
  name: 'ClosingReason',
  description: 'Why a thread is closed by hand.',
  valuesMap: { settled: { description: 'It is settled.' }, off_topic: { description: 'It does not belong here.' } },
});

@InputType({ description: 'A thread to be closed.' })
export class CloseThreadInput extends MutationInput {
  @IdField('Which thread.')
  threadId: string;

  @Field(() => ClosingReason, { description: 'Why.' })
  @IsEnum(ClosingReason)
  reason: ClosingReason;

  @LineField('More about why, for the log.', { ...REASON_LENGTH, min: 0, nullable: true })
  note?: string;
}

@InputType({ description: 'A closed thread to be opened again.' })
export class ReopenThreadInput extends MutationInput {
  @IdField('Which thread.')
  threadId: string;

  @LineField('Why, for the log.', { ...REASON_LENGTH, min: 0, nullable: true })
  note?: string;
}

@InputType({ description: 'A thread for another category.' })
export class MoveThreadInput extends PublicTextInput {
  @IdField('Which thread.')
  threadId: string;

  @IdField('Where it belongs.')
  categoryId: string;

  @FieldsGiven('What is asked for there and is not said yet; what was said and fits there stays, and the rest is taken away: the history keeps it. Null leaves everything as it stands.', { nullable: true })
  fields?: ThreadFieldInput[] | null;

  @LineField('Why, for the log.', { ...REASON_LENGTH, min: 0, nullable: true })
  note?: string;
}
