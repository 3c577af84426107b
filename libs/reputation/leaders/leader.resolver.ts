import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Member, MemberPayload, MemberReader } from '#accounts';
import { Access, type Actor, WhileSuspended } from '#platform/access';
import { costsAStatement, CurrentActor, type GraphqlContext, Input, loaderOf } from '#platform/graphql';
import { Standing } from '../standing/standing.type.js';
import { LeaderService } from './leader.service.js';
import { Leader, LeaderboardArgs, SetListedInput } from './leader.type.js';

@Resolver(() => Leader)
export class LeaderResolver {
  constructor(
    private readonly service: LeaderService,
    private readonly members: MemberReader,
  ) {}

  @Access('everyone')
  @Query(() => [Leader], { nullable: true, description: 'The 20 customers and super users who have helped most, of those who want to be shown. Null where this community has no such lists.' })
  leaderboard(@Args() { period, categoryId }: LeaderboardArgs): Promise<Leader[] | null> {
    return this.service.list(period, categoryId ?? null);
  }

  @ResolveField(() => Member, { nullable: true, description: 'Who.' })
  async member(@Parent() { memberKey }: Leader, @Context() context: GraphqlContext): Promise<Member | null> {
    return loaderOf<string, Member>(context, 'member', (all) => this.members.byIds(all)).load(memberKey);
  }

  @Access('member')
  @WhileSuspended()
  @Mutation(() => MemberPayload, { description: 'Says whether one is shown among those who help most. It counts at once, or with the next count.' })
  async setListed(@CurrentActor() actor: Actor, @Input() { listed }: SetListedInput): Promise<{ memberKey: string }> {
    await this.service.setListed(actor, listed);
    return { memberKey: actor.memberId };
  }
}

@Resolver(() => Standing)
export class ListedResolver {
  constructor(private readonly service: LeaderService) {}

  @ResolveField(() => Boolean, { complexity: costsAStatement, description: 'Whether they want to be shown among those who help most.' })
  listed(@Parent() { memberKey }: Standing): Promise<boolean> {
    return this.service.isListed(memberKey);
  }
}
