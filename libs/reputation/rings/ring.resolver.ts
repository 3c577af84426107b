import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Member, MemberReader } from '#accounts';
import { Access, type Actor } from '#platform/access';
import { CurrentActor, type GraphqlContext, Input, loaderOf, pageArguments } from '#platform/graphql';
import { FINDING_CURSOR, RingReader } from './ring.reader.js';
import { RingService } from './ring.service.js';
import { DecideVoteFindingInput, VoteFinding, VoteFindingConnection, VoteFindingPayload, VoteFindingsArgs, VoteFindingState } from './ring.type.js';

@Resolver(() => VoteFinding)
export class RingResolver {
  constructor(
    private readonly reader: RingReader,
    private readonly members: MemberReader,
  ) {}

  @Access('staff')
  @Query(() => VoteFindingConnection, { description: 'Votes that look agreed upon: found once a night, shown with what speaks for it, decided by staff.' })
  voteFindings(@Args() args: VoteFindingsArgs): Promise<VoteFindingConnection> {
    return this.reader.list(args.state ?? VoteFindingState.open, pageArguments(args, FINDING_CURSOR));
  }

  @ResolveField(() => [Member], { description: 'Who votes so.' })
  givers(@Parent() { giverKeys }: VoteFinding, @Context() context: GraphqlContext): Promise<Member[]> {
    return this.named(giverKeys, context);
  }

  @ResolveField(() => [Member], { description: 'For whom, or against whom.' })
  getters(@Parent() { getterKeys }: VoteFinding, @Context() context: GraphqlContext): Promise<Member[]> {
    return this.named(getterKeys, context);
  }

  private async named(keys: readonly string[], context: GraphqlContext): Promise<Member[]> {
    const loader = loaderOf<string, Member>(context, 'member', (all) => this.members.byIds(all));
    return (await Promise.all(keys.map((key) => loader.load(key)))).filter((member) => member !== null);
  }
}

@Resolver(() => VoteFindingPayload)
export class DecideRingResolver {
  constructor(
    private readonly service: RingService,
    private readonly reader: RingReader,
  ) {}

  @Access('staff')
  @Mutation(() => VoteFindingPayload, { description: 'Sets all votes of a finding aside in one step, or puts them back. Points follow. Twice is fine.' })
  async decideVoteFinding(@CurrentActor() actor: Actor, @Input() input: DecideVoteFindingInput): Promise<{ findingKey: string }> {
    return { findingKey: await this.service.decide(actor, input) };
  }

  @ResolveField(() => VoteFinding, { nullable: true, description: 'The finding; null where nothing was done.' })
  finding(@Parent() { findingKey }: VoteFindingPayload): Promise<VoteFinding | null> | null {
    return findingKey ? this.reader.byKey(findingKey) : null;
  }
}
