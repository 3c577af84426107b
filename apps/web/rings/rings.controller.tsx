import { Get, NotFoundException, Param, Post, Query } from '@nestjs/common';
import { Asking } from '../graphql/asking.js';
import { type ProblemParts, statusOf } from '../graphql/problem.fragment.js';
import { fieldsOf } from '../page/form.fields.js';
import { Pages } from '../page/pages.decorator.js';
import { goTo, type Reply, show } from '../page/reply.js';
import { type Visit, Visiting } from '../page/visit.js';
import { pagePlace, type PlaceQuery } from '../parts/page-place.js';
import { decideVoteFindingOperation, voteFindingsOperation } from './rings.operation.js';
import { type FindingState, findingsPath, RingsView, STATES } from './rings.view.js';

const PAGE_SIZE = 20;

interface FindingsQuery extends PlaceQuery {
  state?: string;
  done?: string;
}

/** Votes that look agreed upon: for staff. */
@Pages()
export class RingsController {
  constructor(private readonly asking: Asking) {}

  @Get('vote-findings')
  list(@Visiting() visit: Visit, @Query() query: FindingsQuery): Promise<Reply> {
    return this.show(visit, query, null);
  }

  @Post('vote-findings/:id')
  async decide(@Visiting() visit: Visit, @Param('id') id: string): Promise<Reply> {
    const { actor, page, request } = visit;
    if (!page.member?.isStaff) throw new NotFoundException();
    const typed = fieldsOf(request);
    const [to, from] = [stateIn(typed['to']), stateIn(typed['from'])];
    const { decided: { problem } } = await this.asking.ask(actor, decideVoteFindingOperation, { input: { findingId: `fnd_${id}`, state: to, clientMutationId: typed['clientMutationId'] ?? null } });
    return problem ? this.show(visit, { state: from }, problem) : goTo(page.href(`${findingsPath(from)}${from === 'open' ? '?' : '&'}done=${to}`));
  }

  private async show({ actor, page }: Visit, query: FindingsQuery, problem: ProblemParts | null): Promise<Reply> {
    if (!page.member?.isStaff) throw new NotFoundException();
    const state = stateIn(query.state);
    const { voteFindings } = await this.asking.ask(actor, voteFindingsOperation, { state, ...pagePlace(query, PAGE_SIZE) });
    return show(<RingsView page={page} findings={voteFindings} state={state} done={STATES.find((each) => each === query.done) ?? null} problem={problem} />, problem ? statusOf(problem) : 200);
  }
}

function stateIn(text: unknown): FindingState {
  return STATES.find((state) => state === text) ?? 'open';
}
