import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CommunityKeeper } from '../community/community.keeper.js';
import { ContactWay, OpeningHours, OpeningNow } from './contact.type.js';
import { openingAt } from './opening.js';
import { clock } from './weekly.hours.js';

@Resolver(() => ContactWay)
export class ContactWayResolver {
  constructor(private readonly keeper: CommunityKeeper) {}

  @ResolveField(() => [OpeningHours], { description: 'The hours of the week, in order. Empty where they are not said.' })
  week(@Parent() { openHours }: ContactWay): OpeningHours[] {
    return openHours.map(({ day, opens, closes }) => ({ day, opens: clock(opens), closes: clock(closes) }));
  }

  @ResolveField(() => OpeningNow, { nullable: true, description: 'Whether somebody is there now; null where the hours are not said.' })
  opening(@Parent() { openHours }: ContactWay): OpeningNow | null {
    return openingAt(openHours, this.keeper.now.timeZone, new Date());
  }
}
