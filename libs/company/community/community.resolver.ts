import { Query, Resolver } from '@nestjs/graphql';
import { Access } from '#platform/access';
import { CommunityKeeper } from './community.keeper.js';
import { Community } from './community.type.js';

@Resolver()
export class CommunityResolver {
  constructor(private readonly keeper: CommunityKeeper) {}

  @Access('everyone')
  @Query(() => Community, { name: 'community', description: 'The community and the company behind it.' })
  ownCommunity(): Community {
    return this.keeper.now;
  }
}
