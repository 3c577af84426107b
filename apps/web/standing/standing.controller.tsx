import { Get, NotFoundException, Param, Post, Query } from '@nestjs/common';
import { Asking } from '../graphql/asking.js';
import { type ProblemParts, statusOf } from '../graphql/problem.fragment.js';
import { fieldsOf } from '../page/form.fields.js';
import { Pages } from '../page/pages.decorator.js';
import { goTo, type Reply, show } from '../page/reply.js';
import { type Visit, Visiting } from '../page/visit.js';
import { pagePlace, type PlaceQuery } from '../parts/page-place.js';
import { freeRankOperation, setRankOperation, standingOperation } from './standing.operation.js';
import { StandingView } from './standing.view.js';

const PAGE_SIZE = 30;

interface StandingQuery extends PlaceQuery {
  done?: string;
}

interface Shown {
  query?: StandingQuery;
  typed?: { rank: string; reason: string };
  problem?: ProblemParts;
}

/** Where a member stands and why: for themselves, and for the team. */
@Pages()
export class StandingController {
  constructor(private readonly asking: Asking) {}

  @Get('standing')
  own(@Visiting() visit: Visit, @Query() query: StandingQuery): Promise<Reply> | Reply {
    const { page } = visit;
    if (!page.member) return goTo(page.href(`/sign-in?next=${encodeURIComponent(page.href('/standing'))}`));
    return this.show(visit, page.member.key, '/standing', { query });
  }

  @Get('m/:key/standing')
  ofMember(@Visiting() visit: Visit, @Param('key') key: string, @Query() query: StandingQuery): Promise<Reply> | Reply {
    if (!visit.page.member?.isStaff) throw new NotFoundException();
    return this.show(visit, key, pathOf(key), { query });
  }

  @Post('m/:key/standing/rank')
  async setRank(@Visiting() visit: Visit, @Param('key') key: string): Promise<Reply> {
    if (!visit.page.member?.isStaff) throw new NotFoundException();
    const { rank = '', reason = '', clientMutationId = null } = fieldsOf(visit.request);
    const { set: { problem } } = await this.asking.ask(visit.actor, setRankOperation, { input: { memberId: `mem_${key}`, rank: /^[0-3]$/.test(rank) ? Number(rank) : -1, reason, clientMutationId } });
    return problem ? this.show(visit, key, pathOf(key), { typed: { rank, reason }, problem }) : goTo(visit.page.href(`${pathOf(key)}?done=rank`));
  }

  @Post('m/:key/standing/rank/free')
  async freeRank(@Visiting() visit: Visit, @Param('key') key: string): Promise<Reply> {
    if (!visit.page.member?.isStaff) throw new NotFoundException();
    const { set: { problem } } = await this.asking.ask(visit.actor, freeRankOperation, { input: { memberId: `mem_${key}`, clientMutationId: fieldsOf(visit.request)['clientMutationId'] ?? null } });
    return problem ? this.show(visit, key, pathOf(key), { problem }) : goTo(visit.page.href(`${pathOf(key)}?done=free`));
  }

  private async show({ actor, page }: Visit, key: string, path: string, { query = {}, typed, problem }: Shown): Promise<Reply> {
    const { member, pointRules, badgeRules } = await this.asking.ask(actor, standingOperation, { id: `mem_${key}`, ...pagePlace(query, PAGE_SIZE) });
    if (!member?.standing) throw new NotFoundException();
    return show(<StandingView page={page} member={member} standing={member.standing} rules={pointRules} badgeRules={badgeRules} path={path} done={query.done ?? ''} typed={typed ?? null} problem={problem ?? null} />, problem ? statusOf(problem) : 200);
  }
}

function pathOf(key: string): string {
  return `/m/${key}/standing`;
}
