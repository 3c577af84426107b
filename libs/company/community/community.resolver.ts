import { Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Access } from '#platform/access';
import { Input } from '#platform/graphql';
import { SetContactWaysInput } from '../contact/contact.type.js';
import { CommunityPayload, DismissFirstStepsInput, SetCommunityInput } from './community.input.js';
import { CommunityKeeper } from './community.keeper.js';
import { CommunityService } from './community.service.js';
import { Community } from './community.type.js';

@Resolver(() => CommunityPayload)
export class CommunityResolver {
  constructor(
    private readonly keeper: CommunityKeeper,
    private readonly communities: CommunityService,
  ) {}

  @Access('everyone')
  @Query(() => Community, { name: 'community', description: 'The community and the company behind it.' })
  ownCommunity(): Community {
    return this.keeper.now;
  }

  @Access('admin')
  @Mutation(() => CommunityPayload, { description: 'Sets what the community is called and looks like.' })
  async setCommunity(@Input() input: SetCommunityInput) {
    await this.communities.set(input);
    return {};
  }

  @Access('admin')
  @Mutation(() => CommunityPayload, { description: 'Sets the ways to reach the company, all at once.' })
  async setContactWays(@Input() input: SetContactWaysInput) {
    await this.communities.setWays(input);
    return {};
  }

  @Access('admin')
  @Mutation(() => CommunityPayload, { description: 'Puts the first steps of a fresh community away, for all admins. Twice is fine.' })
  async dismissFirstSteps(@Input() _input: DismissFirstStepsInput) {
    await this.communities.dismissFirstSteps();
    return {};
  }

  /** Read after the commit, so that this process answers its next page with it: the word to all processes may come a moment later. */
  @ResolveField(() => Community, { description: 'The community.' })
  community(): Promise<Community> {
    return this.keeper.refresh();
  }
}
