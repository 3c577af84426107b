import { Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Member } from '#accounts';
import { Access } from '#platform/access';
import { decodeId } from '#platform/database';
import { type GraphqlContext, loaderOf } from '#platform/graphql';
import { BADGES } from './badge.rules.js';
import { BadgeService } from './badge.service.js';
import { Badge, BadgeRule } from './badge.type.js';

@Resolver(() => Member)
export class BadgeResolver {
  constructor(private readonly service: BadgeService) {}

  @ResolveField(() => [Badge], { description: 'What they have done, for good.' })
  async badges(@Parent() { id }: Member, @Context() context: GraphqlContext): Promise<Badge[]> {
    return (await loaderOf<string, Badge[]>(context, 'badges', (all) => this.service.of(all)).load(decodeId('member', id)!)) ?? [];
  }

  @Access('everyone')
  @Query(() => [BadgeRule], { description: 'All badges, and what each is for.' })
  badgeRules(): readonly { name: string; amount: number }[] {
    return BADGES;
  }
}
