import { Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { MemberPayload } from '#accounts';
import { Access, type Actor } from '#platform/access';
import { costsAStatement, CurrentActor, Input } from '#platform/graphql';
import { Standing } from '../standing/standing.type.js';
import { needsOf, RankReader } from './rank.reader.js';
import { HIGHEST } from './rank.rules.js';
import { FreeMemberRankInput, RankRule, RankStanding, SetMemberRankInput } from './rank.type.js';
import { RankingService } from './ranking.service.js';

@Resolver(() => Standing)
export class RankResolver {
  constructor(
    private readonly reader: RankReader,
    private readonly ranking: RankingService,
  ) {}

  @ResolveField(() => RankStanding, { complexity: costsAStatement, description: 'Their rank, how it came about, and what is missing for the next.' })
  rank(@Parent() { memberKey }: Standing): Promise<RankStanding> {
    return this.reader.of(memberKey);
  }

  @Access('everyone')
  @Query(() => [RankRule], { description: 'What ranks are reached by: the rule.' })
  rankRules(): RankRule[] {
    return Array.from({ length: HIGHEST }, (_, below) => ({ rank: below + 1, needs: needsOf(below + 1) }));
  }

  @Access('staff')
  @Mutation(() => MemberPayload, { description: 'Gives a customer a rank whatever the rule says, until freeMemberRank. They are told, with the reason.' })
  async setMemberRank(@CurrentActor() actor: Actor, @Input() input: SetMemberRankInput): Promise<{ memberKey: string }> {
    return { memberKey: await this.ranking.set(actor, input) };
  }

  @Access('staff')
  @Mutation(() => MemberPayload, { description: 'Lets the rule decide a customer’s rank again, at once. Twice is fine.' })
  async freeMemberRank(@CurrentActor() actor: Actor, @Input() input: FreeMemberRankInput): Promise<{ memberKey: string }> {
    return { memberKey: await this.ranking.free(actor, input) };
  }
}
