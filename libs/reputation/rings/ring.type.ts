import { ArgsType, Field, Float, GraphQLISODateTime, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsEnum, IsOptional } from 'class-validator';
import { connectionOf, IdField, MutationInput, PagesArgs, Payload } from '#platform/graphql';

export enum VoteFindingKind {
  mutual = 'mutual',
  star = 'star',
  serial = 'serial',
  against = 'against',
}
registerEnumType(VoteFindingKind, {
  name: 'VoteFindingKind',
  description: 'What votes look agreed upon for.',
  valuesMap: {
    mutual: { description: 'A group votes for nearly all that the others of it write, and for little else.' },
    star: { description: 'Several vote for nearly all that one member writes, and for little else.' },
    serial: { description: 'One member votes for nearly all that one other writes, and for little else.' },
    against: { description: 'One or several vote against what one member writes, and against little else.' },
  },
});

export enum VoteFindingState {
  open = 'open',
  undone = 'undone',
  dismissed = 'dismissed',
}
registerEnumType(VoteFindingState, {
  name: 'VoteFindingState',
  description: 'What the staff made of it.',
  valuesMap: {
    open: { description: 'Nobody has decided yet. The votes count.' },
    undone: { description: 'The votes are set aside: they count for nothing, and brought no points.' },
    dismissed: { description: 'There is nothing in it. The votes count.' },
  },
});

@ObjectType({ description: 'Votes that look agreed upon, with what speaks for it. Nothing is done about it but by the staff.' })
export class VoteFinding {
  key: string;
  giverKeys: string[];
  getterKeys: string[];

  @Field(() => ID, { description: 'fnd_ and a number.' })
  id: string;

  @Field(() => VoteFindingKind, { description: 'What they look agreed upon for.' })
  kind: VoteFindingKind;

  @Field(() => VoteFindingState, { description: 'What the staff made of it.' })
  state: VoteFindingState;

  @Field(() => Int, { description: 'How many votes of theirs for, or against, those.' })
  votes: number;

  @Field(() => Int, { description: 'How many they could have given, had each voted on every post.' })
  posts: number;

  @Field(() => Float, { description: 'Of all votes that they gave in that time; 0 to 1.' })
  share: number;

  @Field(() => Int, { description: 'How many of those who vote came by a network that another of them came by.' })
  sameNetwork: number;

  @Field(() => Int, { nullable: true, description: 'Days between the first of those who vote to join and the last; null where it is one alone.' })
  joinedDays: number | null;

  @Field(() => GraphQLISODateTime, { description: 'Since when the votes were given that are looked at.' })
  since: Date;

  @Field(() => GraphQLISODateTime, { description: 'When it was found.' })
  foundAt: Date;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it was decided; null until then.' })
  decidedAt: Date | null;
}

@ObjectType({ description: 'A page of votes that look agreed upon, the latest found first.' })
export class VoteFindingConnection extends connectionOf(VoteFinding, 'VoteFinding') {}

@ArgsType()
export class VoteFindingsArgs extends PagesArgs {
  @Field(() => VoteFindingState, { nullable: true, description: 'Only those in this state; left out: open.' })
  @IsOptional()
  @IsEnum(VoteFindingState)
  state?: VoteFindingState | null;
}

@InputType({ description: 'What becomes of votes that look agreed upon.' })
export class DecideVoteFindingInput extends MutationInput {
  @IdField('Which finding.')
  findingId: string;

  @Field(() => VoteFindingState, { description: 'undone: all of them are set aside in one step. dismissed, or open to think again: set aside ones are put back.' })
  @IsEnum(VoteFindingState)
  state: VoteFindingState;
}

@ObjectType({ description: 'The finding.' })
export class VoteFindingPayload extends Payload {
  findingKey?: string | null;

  @Field(() => VoteFinding, { nullable: true, description: 'The finding; null where nothing was done.' })
  finding?: VoteFinding | null;
}

