import { Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ServiceNotice } from '#forum';
import type { Actor } from '#platform/access';
import { Database } from '#platform/database';
import { costsAStatement, CurrentActor } from '#platform/graphql';
import { TOLD_AT_END } from './tellings.js';

@Resolver(() => ServiceNotice)
export class NoticeEndResolver {
  constructor(private readonly db: Database) {}

  @ResolveField(() => Int, { complexity: costsAStatement, description: 'How many would be told, if the one who asks said now that it is over; 0 for all but staff, and while not everyone sees it.' })
  async toldAtEnd(@Parent() { threadKey }: ServiceNotice, @CurrentActor() actor: Actor): Promise<number> {
    if (!actor.isStaff) return 0;
    return (await this.db.one<{ told: number }>(TOLD_AT_END, [threadKey, actor.memberId]))?.told ?? 0;
  }
}
