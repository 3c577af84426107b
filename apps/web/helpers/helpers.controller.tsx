import { Get, NotFoundException, Post, Query } from '@nestjs/common';
import { Asking } from '../graphql/asking.js';
import { type ProblemParts, statusOf } from '../graphql/problem.fragment.js';
import { fieldsOf } from '../page/form.fields.js';
import { Pages } from '../page/pages.decorator.js';
import { goTo, type Reply, show } from '../page/reply.js';
import { type Visit, Visiting } from '../page/visit.js';
import { helpersOperation, setListedOperation } from './helpers.operation.js';
import { HelpersView, PERIODS } from './helpers.view.js';

interface HelpersQuery {
  period?: unknown;
  category?: unknown;
}

/** Who helps most, of those who want to be shown. */
@Pages()
export class HelpersController {
  constructor(private readonly asking: Asking) {}

  @Get('helpers')
  list(@Visiting() visit: Visit, @Query() query: HelpersQuery): Promise<Reply> {
    return this.show(visit, query, null);
  }

  @Post('helpers')
  async setListed(@Visiting() visit: Visit): Promise<Reply> {
    const { actor, page, request } = visit;
    if (!page.member) return goTo(page.href(`/sign-in?next=${encodeURIComponent(page.href('/helpers'))}`));
    const typed = fieldsOf(request);
    const { done: { problem } } = await this.asking.ask(actor, setListedOperation, { input: { listed: typed['listed'] === 'yes', clientMutationId: typed['clientMutationId'] ?? null } });
    return problem ? this.show(visit, {}, problem) : goTo(page.href('/helpers'));
  }

  private async show({ actor, page }: Visit, query: HelpersQuery, problem: ProblemParts | null): Promise<Reply> {
    const period = PERIODS.find((each) => each === query.period) ?? 'month';
    const categoryId = typeof query.category === 'string' && /^cat_\d{1,19}$/.test(query.category) ? query.category : null;
    const { leaderboard, categories, member } = await this.asking.ask(actor, helpersOperation, { period, categoryId, own: `mem_${page.member?.key ?? 0}`, withOwn: page.member !== null });
    if (!leaderboard) throw new NotFoundException();
    return show(<HelpersView page={page} leaders={leaderboard} categories={categories} period={period} categoryId={categoryId} listed={member?.standing?.listed ?? null} problem={problem} />, problem ? statusOf(problem) : 200);
  }
}
