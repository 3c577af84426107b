import { Get, NotFoundException, Param, Post, Query } from '@nestjs/common';
import { Asking } from '../graphql/asking.js';
import { type ProblemParts, statusOf } from '../graphql/problem.fragment.js';
import { fieldsOf } from '../page/form.fields.js';
import { Pages } from '../page/pages.decorator.js';
import { goTo, type Reply, show } from '../page/reply.js';
import { type Visit, Visiting } from '../page/visit.js';
import { pagePlace, type PlaceQuery } from '../parts/page-place.js';
import { REASONS } from './flag.view.js';
import { decideReviewOperation, reviewItemOperation, reviewQueueOperation, takeReviewOperation } from './review.operation.js';
import { ReviewItemView } from './review-item.view.js';
import { isPost, KINDS, type Only, queuePath, ReviewQueueView } from './review-queue.view.js';

const PAGE_SIZE = 20;
const DECISIONS = ['fine', 'hide', 'delete', 'uphold', 'lift'] as const;

interface QueueQuery extends PlaceQuery {
  only?: string;
  /** Nothing was left to be taken. */
  none?: string;
}

/** What was reported: the queue, and one post after the other. */
@Pages()
export class ReviewController {
  constructor(private readonly asking: Asking) {}

  @Get('review')
  async queue(@Visiting() { actor, page }: Visit, @Query() query: QueueQuery): Promise<Reply> {
    if (!page.member?.keepsOrder) throw new NotFoundException();
    const only = onlyIn(query.only);
    const { reviewQueue, reviewCount } = await this.asking.ask(actor, reviewQueueOperation, { ...filterOf(only), ...pagePlace(query, PAGE_SIZE) });
    return show(<ReviewQueueView page={page} queue={reviewQueue} count={reviewCount} only={only} none={query.none === '1'} />);
  }

  /** The next one, in a row of them. */
  @Post('review/next')
  next(@Visiting() visit: Visit): Promise<Reply> {
    if (!visit.page.member?.keepsOrder) throw new NotFoundException();
    return this.takeNext(visit, onlyIn(fieldsOf(visit.request)['only']));
  }

  @Get('review/:id')
  item(@Visiting() visit: Visit, @Param('id') id: string, @Query('only') only?: unknown): Promise<Reply> {
    return this.show(visit, id, { only: onlyIn(only), typed: {} });
  }

  @Post('review/:id')
  async decide(@Visiting() visit: Visit, @Param('id') id: string): Promise<Reply> {
    const { actor, page, request } = visit;
    if (!page.member?.keepsOrder) throw new NotFoundException();
    const typed = fieldsOf(request);
    const decision = DECISIONS.find((each) => each === typed['decision']);
    if (!decision) throw new NotFoundException();
    const { decided: { problem } } = await this.asking.ask(actor, decideReviewOperation, { input: { itemId: `rev_${id}`, decision, reason: REASONS.find((each) => each === typed['reason']) ?? null, note: typed['note'] ?? '', clientMutationId: typed['clientMutationId'] ?? null } });
    const only = onlyIn(typed['only']);
    return problem ? this.show(visit, id, { only, typed, problem }) : this.takeNext(visit, only);
  }

  private async takeNext({ actor, page }: Visit, only: Only | null): Promise<Reply> {
    const { taken: { item } } = await this.asking.ask(actor, takeReviewOperation, { input: filterOf(only) });
    return goTo(page.href(item ? `/review/${item.id.replace('rev_', '')}${only ? `?only=${only}` : ''}` : `${queuePath(only)}${only ? '&' : '?'}none=1`));
  }

  private async show({ actor, page }: Visit, id: string, { only, typed, problem }: { only: Only | null; typed: Record<string, string>; problem?: ProblemParts }): Promise<Reply> {
    if (!page.member?.keepsOrder) throw new NotFoundException();
    const { reviewItem, reviewCount } = await this.asking.ask(actor, reviewItemOperation, { id: `rev_${id}` });
    if (!reviewItem || (isPost(reviewItem.kind) && !reviewItem.post?.thread)) throw new NotFoundException();
    return show(<ReviewItemView page={page} item={reviewItem} count={reviewCount} only={only} typed={{ reason: typed['reason'] ?? '', note: typed['note'] ?? '' }} problem={problem ?? null} />, problem ? statusOf(problem) : 200);
  }
}

function onlyIn(text: unknown): Only | null {
  return [...KINDS, ...REASONS].find((only) => only === text) ?? null;
}

function filterOf(only: Only | null) {
  const reason = REASONS.find((each) => each === only) ?? null;
  return { reason, kind: KINDS.find((each) => each === only) ?? null };
}
