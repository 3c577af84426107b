import { Args, Context, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Member } from '#accounts';
import { Access, type Actor } from '#platform/access';
import { decodeId } from '#platform/database';
import { costsAStatement, CurrentActor, type GraphqlContext, loaderOf, pageArguments, PagesArgs } from '#platform/graphql';
import { BookingService } from '../points/booking.service.js';
import { CAPPED, POINT_RULES, type PointRules } from '../points/point.rules.js';
import { LEDGER_CURSOR, StandingReader } from './standing.reader.js';
import { PointEntryConnection, PointRule, Standing } from './standing.type.js';

const RULES = Object.keys(POINT_RULES) as (keyof PointRules)[]; // in the order in which they are told

/** Points are everybody's to see; what they came from is between the member and the team. */
@Resolver(() => Member)
export class MemberStandingResolver {
  constructor(private readonly reader: StandingReader) {}

  @ResolveField(() => Int, { description: 'What they have earned by helping, less what they lost: the sum of their ledger.' })
  async points(@Parent() { id }: Member, @Context() context: GraphqlContext): Promise<number> {
    return (await loaderOf<string, number>(context, 'points', (all) => this.reader.points(all)).load(decodeId('member', id)!)) ?? 0;
  }

  @ResolveField(() => Standing, { nullable: true, complexity: costsAStatement, description: 'Where they stand, and why. Of oneself, and for staff of anybody; null for others.' })
  standing(@Parent() { id }: Member, @CurrentActor() actor: Actor): Promise<Standing> | null {
    const key = decodeId('member', id)!;
    return actor.is(key) || actor.isStaff ? this.reader.of(key) : null;
  }
}

@Resolver(() => Standing)
export class StandingResolver {
  constructor(
    private readonly reader: StandingReader,
    private readonly booking: BookingService,
  ) {}

  @ResolveField(() => PointEntryConnection, { complexity: costsAStatement, description: 'Where each point came from, the latest first.' })
  entries(@Parent() { memberKey }: Standing, @Args() args: PagesArgs, @CurrentActor() actor: Actor): Promise<PointEntryConnection> {
    return this.reader.entries(actor, memberKey, pageArguments(args, LEDGER_CURSOR));
  }

  @Access('everyone')
  @Query(() => [PointRule], { description: 'What members earn points by.' })
  async pointRules(): Promise<PointRule[]> {
    const rules = await this.booking.rules();
    return RULES.map((source) => ({ source, points: rules[source], capped: CAPPED.includes(source) }));
  }
}
