import { Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ServiceNotice } from '#forum';
import type { Actor } from '#platform/access';
import { Database } from '#platform/database';
import { costsAStatement, CurrentActor } from '#platform/graphql';
import { TOLD_AT_END } from './tellings.js';

@Resolver(() => ServiceNotice)
export class NoticeEndResolver {
  constructor(private readonly db: Database) {}

  @ResolveField(() => Int, { nullable: true, complexity: costsAStatement, description: 'How many would be told, if the one who asks said now that it is over; null for all but staff.' })
  async toldAtEnd(@Parent() { threadKey }: ServiceNotice, @CurrentActor() actor: Actor): Promise<number | null> {
    if (!actor.isStaff) return null;
    return (await this.db.one<{ told: number }>(TOLD_AT_END, [threadKey, actor.memberId]))?.told ?? 0;
  }
}
