import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsEnum } from 'class-validator';
import { AddressField } from '../address/address.input.js';
import { IdField, MutationInput, PasswordField, Payload } from '#platform/graphql';

export enum MemberRole {
  customer = 'customer',
  superUser = 'super_user',
  staff = 'staff',
  admin = 'admin',
}
registerEnumType(MemberRole, {
  name: 'MemberRole',
  description: 'What a member may do beyond what everyone may.',
  valuesMap: {
    customer: { description: 'Asks, answers, votes.' },
    superUser: { description: 'A customer who earned more: keeps order.' },
    staff: { description: 'An employee of the company: answers in its name.' },
    admin: { description: 'Configures the community.' },
  },
});

@ObjectType({ description: 'A member as everyone sees them. A post without one was written by somebody who has no account here.' })
export class Member {
  @Field(() => ID, { description: 'mem_ and a number.' })
  id: string;

  @Field(() => String, { description: 'The name shown: unique whatever its case or white space.' })
  name: string;

  @Field(() => MemberRole, { description: 'What the member may do.' })
  role: MemberRole;

  @Field(() => Int, { description: 'Earned standing, 0 to 4.' })
  rank: number;

  @Field(() => GraphQLISODateTime, { description: 'Since when.' })
  createdAt: Date;
}

@InputType({ description: 'A role for a member.' })
export class SetMemberRoleInput extends MutationInput {
  @IdField('Which member.')
  memberId: string;

  @Field(() => MemberRole, { description: 'The role.' })
  @IsEnum(MemberRole)
  role: MemberRole;
}

@ObjectType({ description: 'The member changed.' })
export class MemberPayload extends Payload {
  memberKey?: string | null;
}

@InputType({ description: 'An imported account for the person it belongs to.' })
export class ClaimMemberInput extends MutationInput {
  @IdField('Which member: imported, and without an address.')
  memberId: string;

  @Field(() => String, { description: 'The e-mail address they sign in with.' })
  @AddressField()
  email: string;

  @PasswordField('Their first password.', { min: 8, max: 128 })
  password: string;
}
