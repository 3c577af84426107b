import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Member } from '#accounts';
import { Access, type Actor } from '#platform/access';
import { decodeId } from '#platform/database';
import { CurrentActor, pageArguments, PagesArgs } from '#platform/graphql';
import { DECISION_CURSOR, DecisionReader } from './decision.reader.js';
import { Decision, DecisionConnection, LogEntryConnection } from './decision.type.js';

@Resolver(() => Member)
export class DecisionResolver {
  constructor(private readonly reader: DecisionReader) {}

  @ResolveField(() => DecisionConnection, { nullable: true, description: 'What those who keep order decided about the member and what they wrote. Of oneself, and for those who keep order of anybody; null for others.' })
  decisions(@Parent() { id }: Member, @CurrentActor() actor: Actor, @Args() args: PagesArgs): Promise<DecisionConnection> | null {
    const key = decodeId('member', id)!;
    return actor.is(key) || actor.isSuperUser ? this.reader.of(actor, key, pageArguments(args, DECISION_CURSOR)) : null;
  }

  @Access('member')
  @Query(() => Decision, { nullable: true, description: 'A decision about oneself or, for those who keep order, about anybody; null where there is none that one sees.' })
  async decision(@CurrentActor() actor: Actor, @Args('id', { type: () => ID, description: 'dec_ and a number.' }) id: string): Promise<Decision | null> {
    const key = decodeId('decision', id);
    return key && this.reader.seen(actor, key);
  }

  @Access('everyone')
  @Query(() => LogEntryConnection, { description: 'The public log of those who keep order: what they decided and by which rule, not about whom.' })
  moderationLog(@Args() args: PagesArgs): Promise<LogEntryConnection> {
    return this.reader.log(pageArguments(args, DECISION_CURSOR));
  }
}
