import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsEnum } from 'class-validator';
import { connectionOf, IdField, LineField, MutationInput, Payload } from '#platform/graphql';
import { AddressField } from '../address/address.input.js';
import { Member } from '../member/member.type.js';

export enum TeamRole {
  staff = 'staff',
  admin = 'admin',
}
registerEnumType(TeamRole, {
  name: 'TeamRole',
  description: 'What somebody can be invited to be.',
  valuesMap: { staff: { description: 'Answers in the name of the company.' }, admin: { description: 'Configures the community.' } },
});

export enum InvitationLanguage {
  de = 'de',
  en = 'en',
}
registerEnumType(InvitationLanguage, {
  name: 'InvitationLanguage',
  description: 'The language of an invitation’s mail.',
  valuesMap: { de: { description: 'German.' }, en: { description: 'English.' } },
});

export enum InvitationState {
  open = 'open',
  accepted = 'accepted',
  expired = 'expired',
  withdrawn = 'withdrawn',
}
registerEnumType(InvitationState, {
  name: 'InvitationState',
  description: 'What became of an invitation.',
  valuesMap: {
    open: { description: 'Its link can be used.' },
    accepted: { description: 'Somebody has joined the team by it.' },
    expired: { description: 'Its seven days are over.' },
    withdrawn: { description: 'An admin took it back, or whoever sent it is no admin any more.' },
  },
});

@ObjectType({ description: 'An invitation to the team, sent by mail.' })
export class Invitation {
  @Field(() => ID, { description: 'inv_ and a number.' })
  id: string;

  @Field(() => String, { nullable: true, description: 'The address it went to; null once it is accepted.' })
  email: string | null;

  @Field(() => TeamRole, { description: 'What they are invited to be.' })
  role: TeamRole;

  @Field(() => InvitationLanguage, { description: 'The language of its mail.' })
  language: InvitationLanguage;

  @Field(() => String, { nullable: true, description: 'The sentence that went with it.' })
  note: string | null;

  @Field(() => InvitationState, { description: 'What became of it.' })
  state: InvitationState;

  @Field(() => Int, { description: 'How many times it was sent.' })
  sends: number;

  @Field(() => GraphQLISODateTime, { description: 'When it was sent last.' })
  sentAt: Date;

  @Field(() => GraphQLISODateTime, { description: 'Until when its link can be used.' })
  expiresAt: Date;

  @Field(() => Member, { nullable: true, description: 'Who sent it; null where they have left.' })
  invitedBy: Member | null;

  @Field(() => Member, { nullable: true, description: 'Who accepted it.' })
  acceptedBy: Member | null;

  @Field(() => ID, { nullable: true, description: 'Where no mail server is set: the mail that holds the link, for an admin to hand over (`mail`).' })
  mailId: string | null;

  key: string;
}

@ObjectType({ description: 'A page of invitations.' })
export class InvitationConnection extends connectionOf(Invitation, 'Invitation') {}

@InputType({ description: 'Whom to invite to the team.' })
export class InviteStaffInput extends MutationInput {
  @Field(() => String, { description: 'The e-mail address, up to 254 characters. An earlier invitation to it ends.' })
  @AddressField()
  email: string;

  @Field(() => TeamRole, { description: 'What they are to be.' })
  @IsEnum(TeamRole)
  role: TeamRole;

  @Field(() => InvitationLanguage, { description: 'The language of the mail, and of the account.' })
  @IsEnum(InvitationLanguage)
  language: InvitationLanguage;

  @LineField('A sentence that goes with it.', { min: 0, max: 300, nullable: true })
  note?: string | null;
}

@InputType({ description: 'An invitation.' })
export class InvitationInput extends MutationInput {
  @IdField('Which invitation.')
  invitationId: string;
}

@ObjectType({ description: 'The invitation as it is now.' })
export class InvitationPayload extends Payload {
  invitationKey?: string | null;
}
