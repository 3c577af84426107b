import { Get, Post, Query } from '@nestjs/common';
import { Asking } from '../graphql/asking.js';
import type { ResultOf } from '../graphql/document.js';
import { type ProblemParts, statusOf } from '../graphql/problem.fragment.js';
import { fieldsOf } from '../page/form.fields.js';
import { Pages } from '../page/pages.decorator.js';
import { goTo, type Reply, show } from '../page/reply.js';
import { type Visit, Visiting } from '../page/visit.js';
import { memberPath } from '../parts/member-name.view.js';
import { pagePlace, type PlaceQuery } from '../parts/page-place.js';
import { tagPath } from '../parts/tag-links.view.js';
import { followingOperation, followOperation } from './following.operation.js';
import { FollowingView, followingPath, type Kind, KINDS } from './following.view.js';

const PAGE_SIZE = 30;

type Target = NonNullable<ResultOf<typeof followOperation>['follow']['target']>;

/** What one follows; and the one form with which anything is followed, from whatever page. */
@Pages()
export class FollowingController {
  constructor(private readonly asking: Asking) {}

  @Get('following')
  following(@Visiting() visit: Visit, @Query() query: PlaceQuery & { kind?: string }): Promise<Reply> {
    return this.list(visit, query.kind, query, null);
  }

  @Post('follow')
  async follow(@Visiting() visit: Visit): Promise<Reply> {
    const { page, request, actor } = visit;
    const { targetId = '', following, from, clientMutationId = null } = fieldsOf(request);
    if (!page.member) return goTo(page.href('/sign-in'));
    const { follow: { problem, target } } = await this.asking.ask(actor, followOperation, { input: { targetId, following: following === 'true', clientMutationId } });
    if (problem) return this.list(visit, from, {}, problem);
    if (from === 'work') return goTo(page.href('/work'));
    return goTo(page.href(from ? followingPath(kindOf(from)) : target ? pathOf(target) : '/following'));
  }

  private async list({ page, actor }: Visit, wished: string | undefined, place: PlaceQuery, problem: ProblemParts | null): Promise<Reply> {
    const kind = kindOf(wished);
    if (!page.member) return goTo(page.href(`/sign-in?next=${encodeURIComponent(page.href(followingPath(kind)))}`));
    const { followed } = await this.asking.ask(actor, followingOperation, { kind, ...pagePlace(place, PAGE_SIZE) });
    return show(<FollowingView page={page} kind={kind} followed={followed} problem={problem} />, problem ? statusOf(problem) : 200);
  }
}

function kindOf(text: string | undefined): Kind {
  return KINDS.find((kind) => kind === text) ?? 'thread';
}

function pathOf(target: Target): string {
  switch (target.__typename) {
    case 'Thread': return target.path;
    case 'Category': return `/c/${target.slug}`;
    case 'Tag': return tagPath(target.name);
    case 'Member': return memberPath(target);
  }
}
