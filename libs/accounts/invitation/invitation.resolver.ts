import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Access, type Actor } from '#platform/access';
import { CurrentActor, Input, pageArguments, PagesArgs } from '#platform/graphql';
import { INVITATION_CURSOR, InvitationReader } from './invitation.reader.js';
import { InvitationService } from './invitation.service.js';
import { Invitation, InvitationConnection, InvitationInput, InvitationPayload, InviteStaffInput } from './invitation.type.js';

@Resolver(() => InvitationPayload)
export class InvitationResolver {
  constructor(
    private readonly reader: InvitationReader,
    private readonly service: InvitationService,
  ) {}

  @Access('admin')
  @Query(() => InvitationConnection, { name: 'invitations', description: 'Invitations to the team, the latest first: until 30 days after they were accepted, withdrawn or expired.' })
  list(@Args() pages: PagesArgs): Promise<InvitationConnection> {
    return this.reader.list(pageArguments(pages, INVITATION_CURSOR));
  }

  @Access('admin')
  @Mutation(() => InvitationPayload, { description: 'Invites somebody to the team by mail; the link in it is good for seven days and can be used once. Up to 50 a day.' })
  async inviteStaff(@CurrentActor() actor: Actor, @Input() input: InviteStaffInput) {
    return { invitationKey: await this.service.invite(actor, input) };
  }

  @Access('admin')
  @Mutation(() => InvitationPayload, { description: 'Sends an invitation once more, with a new link for seven days; the old one ends.' })
  async resendInvitation(@CurrentActor() actor: Actor, @Input() input: InvitationInput) {
    return { invitationKey: await this.service.resend(actor, input) };
  }

  @Access('admin')
  @Mutation(() => InvitationPayload, { description: 'Takes an invitation back: its link opens nothing any more. Twice is fine.' })
  async withdrawInvitation(@CurrentActor() actor: Actor, @Input() input: InvitationInput) {
    return { invitationKey: await this.service.withdraw(actor, input) };
  }

  @ResolveField(() => Invitation, { nullable: true, description: 'The invitation; null where nothing was done.' })
  invitation(@Parent() payload: InvitationPayload): Promise<Invitation | null> | null {
    return payload.invitationKey ? this.reader.byKey(payload.invitationKey) : null;
  }
}
