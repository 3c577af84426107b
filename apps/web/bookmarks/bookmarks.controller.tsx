import { Get, Param, Post, Query } from '@nestjs/common';
import { Asking } from '../graphql/asking.js';
import { type ProblemParts, statusOf } from '../graphql/problem.fragment.js';
import { fieldsOf } from '../page/form.fields.js';
import { Pages } from '../page/pages.decorator.js';
import { goTo, type Reply, show } from '../page/reply.js';
import { type Visit, Visiting } from '../page/visit.js';
import { pagePlace, type PlaceQuery } from '../parts/page-place.js';
import { placeOf } from '../thread/post.place.js';
import { bookmarkOperation, bookmarksOperation } from './bookmarks.operation.js';
import { BookmarksView } from './bookmarks.view.js';

const PAGE_SIZE = 30;

@Pages()
export class BookmarksController {
  constructor(private readonly asking: Asking) {}

  @Get('bookmarks')
  bookmarks(@Visiting() visit: Visit, @Query() query: PlaceQuery): Promise<Reply> {
    return this.list(visit, query, null);
  }

  @Post('p/:key/bookmark')
  async bookmark(@Visiting() visit: Visit, @Param('key') key: string): Promise<Reply> {
    const { page, actor, request } = visit;
    const { bookmarked, from, clientMutationId = null } = fieldsOf(request);
    if (!page.member) return goTo(page.href('/sign-in'));
    const { bookmark } = await this.asking.ask(actor, bookmarkOperation, { input: { postId: `pst_${key}`, bookmarked: bookmarked === 'true', clientMutationId } });
    if (bookmark.problem) return this.list(visit, {}, bookmark.problem);
    return goTo(page.href(from === 'bookmarks' ? '/bookmarks' : placeOf(bookmark)));
  }

  private async list({ page, actor }: Visit, place: PlaceQuery, problem: ProblemParts | null): Promise<Reply> {
    if (!page.member) return goTo(page.href(`/sign-in?next=${encodeURIComponent(page.href('/bookmarks'))}`));
    const { bookmarks } = await this.asking.ask(actor, bookmarksOperation, pagePlace(place, PAGE_SIZE));
    return show(<BookmarksView page={page} bookmarks={bookmarks} problem={problem} />, problem ? statusOf(problem) : 200);
  }
}
