import { Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Member, MemberPayload, MemberReader } from '#accounts';
import { Access, type Actor } from '#platform/access';
import { decodeId } from '#platform/database';
import { costsAStatement, CurrentActor, type GraphqlContext, Input, loaderOf } from '#platform/graphql';
import { SuperUserReader } from './super-user.reader.js';
import { SuperUserService } from './super-user.service.js';
import { AnswerInvitationInput, EndSuperUserInput, InviteSuperUserInput, RenewSuperUserInput, SuperUser, SuperUserCandidate, SuperUserTerm } from './super-user.type.js';

@Resolver(() => Member)
export class SuperUserResolver {
  constructor(
    private readonly reader: SuperUserReader,
    private readonly service: SuperUserService,
  ) {}

  @Access('staff')
  @Query(() => [SuperUser], { description: 'All super users with what they contribute, whose term ends first at the top; at most 200.' })
  superUsers(): Promise<SuperUser[]> {
    return this.reader.all();
  }

  @Access('staff')
  @Query(() => [SuperUserCandidate], { description: 'Who could be invited to be a super user, and who was and has not answered; at most 20.' })
  superUserCandidates(): Promise<SuperUserCandidate[]> {
    return this.reader.candidates();
  }

  @ResolveField(() => SuperUserTerm, { nullable: true, complexity: costsAStatement, description: 'Their latest invitation to be a super user, or term as one. Of oneself, and for staff of anybody; null for others, and where there was none.' })
  superUserTerm(@Parent() { id }: Member, @CurrentActor() actor: Actor): Promise<SuperUserTerm | null> | null {
    const key = decodeId('member', id)!;
    return actor.is(key) || actor.isStaff ? this.reader.latest(key) : null;
  }

  @Access('staff')
  @Mutation(() => MemberPayload, { description: 'Invites a customer to be a super user. They are told, and accept or not. Twice is once.' })
  async inviteSuperUser(@CurrentActor() actor: Actor, @Input() input: InviteSuperUserInput): Promise<{ memberKey: string }> {
    return { memberKey: await this.service.invite(actor, input) };
  }

  @Access('member')
  @Mutation(() => MemberPayload, { description: 'Answers one’s own invitation; accepted, one is a super user for a year.' })
  async answerSuperUserInvitation(@CurrentActor() actor: Actor, @Input() input: AnswerInvitationInput): Promise<{ memberKey: string }> {
    return { memberKey: await this.service.answer(actor, input) };
  }

  @Access('staff')
  @Mutation(() => MemberPayload, { description: 'Another year for a super user, from the end of this one on.' })
  async renewSuperUser(@CurrentActor() actor: Actor, @Input() input: RenewSuperUserInput): Promise<{ memberKey: string }> {
    return { memberKey: await this.service.renew(actor, input) };
  }

  @Access('member')
  @Mutation(() => MemberPayload, { description: 'Ends a super user’s term, or takes an invitation back: staff. Oneself: to resign. They become a customer of rank 3. Twice is fine.' })
  async endSuperUser(@CurrentActor() actor: Actor, @Input() input: EndSuperUserInput): Promise<{ memberKey: string }> {
    return { memberKey: await this.service.end(actor, input) };
  }
}

const named = (context: GraphqlContext, members: MemberReader, key: string) => loaderOf<string, Member>(context, 'member', (all) => members.byIds(all)).load(key);

@Resolver(() => SuperUser)
export class SuperUserMemberResolver {
  constructor(private readonly members: MemberReader) {}

  @ResolveField(() => Member, { nullable: true, description: 'Who.' })
  async member(@Parent() { memberKey }: SuperUser, @Context() context: GraphqlContext): Promise<Member | null> {
    return named(context, this.members, memberKey);
  }
}

@Resolver(() => SuperUserCandidate)
export class CandidateMemberResolver {
  constructor(private readonly members: MemberReader) {}

  @ResolveField(() => Member, { nullable: true, description: 'Who.' })
  async member(@Parent() { memberKey }: SuperUserCandidate, @Context() context: GraphqlContext): Promise<Member | null> {
    return named(context, this.members, memberKey);
  }
}
