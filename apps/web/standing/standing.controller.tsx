import { Get, NotFoundException, Param, Query } from '@nestjs/common';
import { Asking } from '../graphql/asking.js';
import { Pages } from '../page/pages.decorator.js';
import { goTo, type Reply, show } from '../page/reply.js';
import { type Visit, Visiting } from '../page/visit.js';
import { pagePlace, type PlaceQuery } from '../parts/page-place.js';
import { standingOperation } from './standing.operation.js';
import { StandingView } from './standing.view.js';

const PAGE_SIZE = 30;

/** Where a member stands and why: for themselves, and for the team. */
@Pages()
export class StandingController {
  constructor(private readonly asking: Asking) {}

  @Get('standing')
  own(@Visiting() visit: Visit, @Query() place: PlaceQuery): Promise<Reply> | Reply {
    const { page } = visit;
    if (!page.member) return goTo(page.href(`/sign-in?next=${encodeURIComponent(page.href('/standing'))}`));
    return this.show(visit, page.member.key, place, '/standing');
  }

  @Get('m/:key/standing')
  ofMember(@Visiting() visit: Visit, @Param('key') key: string, @Query() place: PlaceQuery): Promise<Reply> | Reply {
    if (!visit.page.member?.isStaff) throw new NotFoundException();
    return this.show(visit, key, place, `/m/${key}/standing`);
  }

  private async show({ actor, page }: Visit, key: string, place: PlaceQuery, path: string): Promise<Reply> {
    const { member, pointRules } = await this.asking.ask(actor, standingOperation, { id: `mem_${key}`, ...pagePlace(place, PAGE_SIZE) });
    if (!member?.standing) throw new NotFoundException();
    return show(<StandingView page={page} member={member} standing={member.standing} rules={pointRules} path={path} />);
  }
}
