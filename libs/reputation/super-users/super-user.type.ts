import { Field, Float, GraphQLISODateTime, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsBoolean } from 'class-validator';
import { IdField, LineField, MutationInput } from '#platform/graphql';

export enum TermState {
  invited = 'invited',
  declined = 'declined',
  withdrawn = 'withdrawn',
  serving = 'serving',
  ended = 'ended',
}
registerEnumType(TermState, {
  name: 'SuperUserTermState',
  description: 'How an invitation to be a super user stands.',
  valuesMap: {
    invited: { description: 'The member has not answered.' }, declined: { description: 'They would rather not.' }, withdrawn: { description: 'The staff took it back.' },
    serving: { description: 'They are a super user.' }, ended: { description: 'They were one.' },
  },
});

@ObjectType({ description: 'An invitation to be a super user, and the time for which somebody is.' })
export class SuperUserTerm {
  @Field(() => TermState, { description: 'How it stands.' })
  state: TermState;

  @Field(() => String, { description: 'What the staff said with the invitation; may be empty.' })
  message: string;

  @Field(() => GraphQLISODateTime, { description: 'When they were invited.' })
  invitedAt: Date;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'Until when; then the staff decide whether it goes on. Null of who does not serve.' })
  until: Date | null;

  @Field(() => String, { description: 'Why it ended; may be empty.' })
  endReason: string;
}

@ObjectType({ description: 'What somebody has done in the last 100 days.' })
export class Contribution {
  @Field(() => Int, { description: 'Answers and comments.' })
  posts: number;

  @Field(() => Int, { description: 'Answers of theirs that were accepted.' })
  accepted: number;

  @Field(() => Int, { description: 'Decisions in the review queue.' })
  reviews: number;

  @Field(() => Int, { description: 'What else they did to keep order: edits, merges, moves, closings.' })
  acts: number;

  @Field(() => Int, { description: 'Newcomers whom they welcomed first.' })
  welcomed: number;

  @Field(() => Int, { description: 'Days on which they read something.' })
  days: number;
}

@ObjectType({ description: 'A super user, with their time and what they contribute.' })
export class SuperUser {
  memberKey: string;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'Until when; null where an admin gave the role without a term.' })
  until: Date | null;

  @Field(() => Boolean, { description: 'Whether the term is over within a month, or is over: the staff decide whether it goes on.' })
  endsSoon: boolean;

  @Field(() => Contribution, { description: 'In the last 100 days.' })
  contribution: Contribution;
}

@ObjectType({ description: 'A customer who could be invited to be a super user: rank 2 at least, with answers accepted in the last 100 days, and nothing decided against them in the last year.' })
export class SuperUserCandidate {
  memberKey: string;

  @Field(() => Boolean, { description: 'Whether they are invited and have not answered.' })
  isInvited: boolean;

  @Field(() => Int, { description: 'Answers accepted in the last 100 days.' })
  accepted: number;

  @Field(() => Int, { description: 'Reports of theirs that those who looked agreed with, ever.' })
  reportsAgreed: number;

  @Field(() => Float, { nullable: true, description: 'Of the votes for and against their answers in the last 100 days, those for; 0 to 1. Null where there are none.' })
  upShare: number | null;

  @Field(() => Int, { description: 'Days of the last 100 on which they read something.' })
  days: number;
}

@InputType({ description: 'Whom to invite to be a super user.' })
export class InviteSuperUserInput extends MutationInput {
  @IdField('Which member: a customer.')
  memberId: string;

  @LineField('What to tell them with it.', { min: 0, max: 500, nullable: true })
  message?: string | null;
}

@InputType({ description: 'The answer to one’s own invitation.' })
export class AnswerInvitationInput extends MutationInput {
  @Field(() => Boolean, { description: 'Whether one will be a super user, for a year.' })
  @IsBoolean()
  accept: boolean;
}

@InputType({ description: 'A super user who goes on for another year.' })
export class RenewSuperUserInput extends MutationInput {
  @IdField('Which member.')
  memberId: string;
}

@InputType({ description: 'A super user who is one no longer, or an invitation that is taken back.' })
export class EndSuperUserInput extends MutationInput {
  @IdField('Which member; oneself, to resign.')
  memberId: string;

  @LineField('Why. They are told; nothing of one’s own.', { min: 0, max: 250, nullable: true })
  reason?: string | null;
}
