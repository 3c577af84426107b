import { Get, NotFoundException, Param, Post, Query } from '@nestjs/common';
import { Asking } from '../graphql/asking.js';
import { type ProblemParts, statusOf } from '../graphql/problem.fragment.js';
import { fieldsOf } from '../page/form.fields.js';
import { Pages } from '../page/pages.decorator.js';
import { goTo, type Reply, show } from '../page/reply.js';
import { type Visit, Visiting } from '../page/visit.js';
import { pagePlace, type PlaceQuery } from '../parts/page-place.js';
import { type Reason, REASONS } from './flag.view.js';
import { decideReviewOperation, reviewItemOperation, reviewQueueOperation, takeReviewOperation } from './review.operation.js';
import { ReviewItemView } from './review-item.view.js';
import { ReviewQueueView } from './review-queue.view.js';

const PAGE_SIZE = 20;
const DECISIONS = ['fine', 'hide', 'delete'] as const;

interface QueueQuery extends PlaceQuery {
  reason?: string;
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
    const reason = reasonIn(query.reason);
    const { reviewQueue, reviewCount } = await this.asking.ask(actor, reviewQueueOperation, { reason, ...pagePlace(query, PAGE_SIZE) });
    return show(<ReviewQueueView page={page} queue={reviewQueue} count={reviewCount} reason={reason} none={query.none === '1'} />);
  }

  /** The next one, in a row of them. */
  @Post('review/next')
  next(@Visiting() visit: Visit): Promise<Reply> {
    if (!visit.page.member?.keepsOrder) throw new NotFoundException();
    return this.takeNext(visit, reasonIn(fieldsOf(visit.request)['only']));
  }

  @Get('review/:id')
  item(@Visiting() visit: Visit, @Param('id') id: string, @Query('reason') only?: unknown): Promise<Reply> {
    return this.show(visit, id, { only: reasonIn(only), typed: {} });
  }

  @Post('review/:id')
  async decide(@Visiting() visit: Visit, @Param('id') id: string): Promise<Reply> {
    const { actor, page, request } = visit;
    if (!page.member?.keepsOrder) throw new NotFoundException();
    const typed = fieldsOf(request);
    const decision = DECISIONS.find((each) => each === typed['decision']);
    if (!decision) throw new NotFoundException();
    const { decided: { problem } } = await this.asking.ask(actor, decideReviewOperation, { input: { itemId: `rev_${id}`, decision, reason: reasonIn(typed['reason']), note: typed['note'] ?? '', clientMutationId: typed['clientMutationId'] ?? null } });
    const only = reasonIn(typed['only']);
    return problem ? this.show(visit, id, { only, typed, problem }) : this.takeNext(visit, only);
  }

  private async takeNext({ actor, page }: Visit, reason: Reason | null): Promise<Reply> {
    const { taken: { item } } = await this.asking.ask(actor, takeReviewOperation, { input: { reason } });
    const only = reason ? `reason=${reason}` : '';
    return goTo(page.href(item ? `/review/${item.id.replace('rev_', '')}${only && `?${only}`}` : `/review?none=1${only && `&${only}`}`));
  }

  private async show({ actor, page }: Visit, id: string, { only, typed, problem }: { only: Reason | null; typed: Record<string, string>; problem?: ProblemParts }): Promise<Reply> {
    if (!page.member?.keepsOrder) throw new NotFoundException();
    const { reviewItem, reviewCount } = await this.asking.ask(actor, reviewItemOperation, { id: `rev_${id}` });
    if (!reviewItem?.post?.thread) throw new NotFoundException();
    return show(<ReviewItemView page={page} item={reviewItem} post={reviewItem.post} thread={reviewItem.post.thread} count={reviewCount} only={only} typed={{ reason: typed['reason'] ?? '', note: typed['note'] ?? '' }} problem={problem ?? null} />, problem ? statusOf(problem) : 200);
  }
}

function reasonIn(text: unknown): Reason | null {
  return REASONS.find((reason) => reason === text) ?? null;
}
