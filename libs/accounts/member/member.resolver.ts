import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Access, type Actor } from '#platform/access';
import { decodeId } from '#platform/database';
import { CurrentActor, Input } from '#platform/graphql';
import { ADDRESS_LONGEST } from '../address/address.input.js';
import { ClaimService } from './claim.service.js';
import { MemberReader } from './member.reader.js';
import { ClaimMemberInput, Member, MemberPayload, SetMemberRoleInput } from './member.type.js';
import { RoleService } from './role.service.js';

@Resolver(() => MemberPayload)
export class MemberResolver {
  constructor(
    private readonly members: MemberReader,
    private readonly roles: RoleService,
    private readonly claims: ClaimService,
  ) {}

  @Access('everyone')
  @Query(() => Member, { nullable: true, description: 'The member who asks; null for a guest.' })
  async viewer(@CurrentActor() actor: Actor): Promise<Member | null> {
    return actor.id === null ? null : this.members.byId(actor.id);
  }

  @Access('everyone')
  @Query(() => Member, { nullable: true, description: 'A member by id; null where there is none.' })
  async member(@Args('id', { type: () => ID, description: 'mem_ and a number.' }) id: string): Promise<Member | null> {
    const key = decodeId('member', id);
    return key && this.members.byId(key);
  }

  @Access('admin')
  @Query(() => Member, { nullable: true, description: 'The member who signs in with an e-mail address; null where there is none.' })
  async memberByEmail(@Args('email', { type: () => String, description: 'The address, up to 254 characters.' }) email: string): Promise<Member | null> {
    return email.length > ADDRESS_LONGEST ? null : this.members.byEmail(email.trim());
  }

  @Access('admin')
  @Mutation(() => MemberPayload, { description: 'Gives a member a role: makes staff, say. Not oneself.' })
  async setMemberRole(@CurrentActor() actor: Actor, @Input() input: SetMemberRoleInput) {
    return { memberKey: await this.roles.set(actor, input) };
  }

  @Access('admin')
  @Mutation(() => MemberPayload, { description: 'Hands an imported account to the person it belongs to.' })
  async claimMember(@Input() input: ClaimMemberInput) {
    return { memberKey: await this.claims.claim(input) };
  }

  @Access('admin')
  @Query(() => Boolean, { description: 'Whether the member was imported and nobody has the account yet.' })
  async isUnclaimed(@Args('id', { type: () => ID, description: 'mem_ and a number.' }) id: string): Promise<boolean> {
    const key = decodeId('member', id);
    return key !== null && this.claims.isUnclaimed(key);
  }

  @ResolveField('member', () => Member, { nullable: true, description: 'The member; null where nothing was done.' })
  changed(@Parent() payload: MemberPayload): Promise<Member | null> | null {
    return payload.memberKey ? this.members.byId(payload.memberKey) : null;
  }
}
