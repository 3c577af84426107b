import { Args, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Access, type Actor } from '#platform/access';
import { CurrentActor, Input, pageArguments, PagesArgs } from '#platform/graphql';
import { GAP_CURSOR, GapReader } from './gap.reader.js';
import { GapService } from './gap.service.js';
import { CloseGapInput, GapConnection, GapPayload } from './gap.type.js';

@Resolver()
export class GapResolver {
  constructor(
    private readonly reader: GapReader,
    private readonly service: GapService,
  ) {}

  @Access('staff')
  @Query(() => GapConnection, { description: 'What people searched for or asked without a good answer, what most miss first.' })
  gaps(@CurrentActor() actor: Actor, @Args() pages: PagesArgs): Promise<GapConnection> {
    return this.reader.list(actor, pageArguments(pages, GAP_CURSOR));
  }

  @Access('staff')
  @Query(() => Int, { description: 'How many gaps there are; counted up to 100.' })
  gapCount(): Promise<number> {
    return this.reader.count();
  }

  @Access('staff')
  @Mutation(() => GapPayload, { description: 'Takes a gap from the list: it is answered by now, or nothing for this community. Searched for or asked once more without a good answer, it is back. Twice is fine.' })
  async closeGap(@Input() input: CloseGapInput): Promise<{ gapId: string }> {
    return { gapId: await this.service.close(input.gapId) };
  }
}
