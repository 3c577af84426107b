import { Field, GraphQLISODateTime, InputType, ObjectType } from '@nestjs/graphql';
import { Equals } from 'class-validator';
import { IdField, LineField, MutationInput, Payload } from '#platform/graphql';
import { ReviewDecision } from '../review/review.type.js';

@InputType({ description: 'What somebody, member or not, says breaks the law (Digital Services Act, article 16).' })
export class ReportIllegalInput extends MutationInput {
  @IdField('Which post.')
  postId: string;

  @LineField('Why it breaks the law: which part of it, and what it breaks.', { min: 20, max: 500 })
  note: string;

  @Field(() => Boolean, { description: 'That they believe in good faith that what they say is right and complete. Without it nothing is taken.' })
  @Equals(true)
  inGoodFaith: boolean;
}

@ObjectType({ description: 'A report of something illegal, as whoever made it may follow it.' })
export class IllegalReport {
  @Field(() => String, { description: '22 letters: whoever has them reads this, and nobody else.' })
  receipt: string;

  @Field(() => GraphQLISODateTime, { description: 'When it came in.' })
  createdAt: Date;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it was decided by a person; null until then.' })
  decidedAt: Date | null;

  @Field(() => ReviewDecision, { nullable: true, description: 'What became of the post: fine, hide or delete; null until then.' })
  outcome: ReviewDecision | null;

  @Field(() => String, { description: 'What they said.' })
  note: string;
}

@ObjectType({ description: 'The report that was made.' })
export class ReportIllegalPayload extends Payload {
  @Field(() => IllegalReport, { nullable: true, description: 'It, with its receipt, which is told this once; null where nothing was done.' })
  report?: IllegalReport | null;
}
