import { Get, NotFoundException, Param, Post, Query } from '@nestjs/common';
import { Asking } from '../graphql/asking.js';
import { type ProblemParts, statusOf } from '../graphql/problem.fragment.js';
import { fieldsOf } from '../page/form.fields.js';
import { Pages } from '../page/pages.decorator.js';
import { goTo, type Reply, show } from '../page/reply.js';
import { type Visit, Visiting } from '../page/visit.js';
import { pagePlace, type PlaceQuery } from '../parts/page-place.js';
import { AppealView } from './appeal.view.js';
import { DecisionsView } from './decisions.view.js';
import { LogView } from './log.view.js';
import { appealOperation, decisionOperation, decisionsOperation, moderationLogOperation } from './sanctions.operation.js';

const PAGE_SIZE = 30;
const PLACE = '/standing/decisions';

/** What was decided: about the reader, with their appeals, and for everyone the log. */
@Pages()
export class DecisionsController {
  constructor(private readonly asking: Asking) {}

  @Get('standing/decisions')
  async own(@Visiting() { actor, page }: Visit, @Query() query: PlaceQuery & { done?: string }): Promise<Reply> {
    if (!page.member) return goTo(page.href(`/sign-in?next=${encodeURIComponent(page.href(PLACE))}`));
    const { member } = await this.asking.ask(actor, decisionsOperation, { id: `mem_${page.member.key}`, ...pagePlace(query, PAGE_SIZE) });
    if (!member?.decisions) throw new NotFoundException();
    return show(<DecisionsView page={page} decisions={member.decisions} done={query.done === '1'} />);
  }

  @Get('standing/decisions/:key/appeal')
  form(@Visiting() visit: Visit, @Param('key') key: string): Promise<Reply> {
    return this.show(visit, key, '', null);
  }

  @Post('standing/decisions/:key/appeal')
  async appeal(@Visiting() visit: Visit, @Param('key') key: string): Promise<Reply> {
    const { actor, page, request } = visit;
    const { body = '', clientMutationId = null } = fieldsOf(request);
    if (!page.member) return this.show(visit, key, body, null);
    const { made: { problem } } = await this.asking.ask(actor, appealOperation, { input: { decisionId: `dec_${key}`, body, clientMutationId } });
    return problem ? this.show(visit, key, body, problem) : goTo(page.href(`${PLACE}?done=1`));
  }

  @Get('moderation-log')
  async log(@Visiting() { actor, page }: Visit, @Query() query: PlaceQuery): Promise<Reply> {
    const { moderationLog } = await this.asking.ask(actor, moderationLogOperation, pagePlace(query, PAGE_SIZE));
    return show(<LogView page={page} log={moderationLog} />);
  }

  private async show({ actor, page }: Visit, key: string, typed: string, problem: ProblemParts | null): Promise<Reply> {
    if (!page.member) return goTo(page.href(`/sign-in?next=${encodeURIComponent(page.href(`${PLACE}/${key}/appeal`))}`));
    const { decision } = await this.asking.ask(actor, decisionOperation, { id: `dec_${key}` });
    if (!decision || (!decision.canAppeal && !decision.appeal && !problem)) throw new NotFoundException();
    return show(<AppealView page={page} decision={decision} typed={typed} problem={problem} />, problem ? statusOf(problem) : 200);
  }
}
