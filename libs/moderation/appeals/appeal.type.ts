import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { IdField, LongTextField, MutationInput, Payload } from '#platform/graphql';
import { Decision } from '../decisions/decision.type.js';

export const APPEAL_LENGTH = { min: 10, max: 2_000 };

@InputType({ description: 'A word against a decision about oneself.' })
export class AppealInput extends MutationInput {
  @IdField('Which decision.')
  decisionId: string;

  @LongTextField('What is wrong with it. Whoever decides reads it; it is no public text.', APPEAL_LENGTH)
  body: string;
}

@ObjectType({ description: 'The decision that was appealed against.' })
export class AppealPayload extends Payload {
  decisionKey?: string | null;

  @Field(() => Decision, { nullable: true, description: 'The decision; null where nothing was done.' })
  decision?: Decision | null;
}
