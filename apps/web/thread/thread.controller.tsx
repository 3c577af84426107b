import { Get, NotFoundException, Param, Query } from '@nestjs/common';
import { Asking } from '../graphql/asking.js';
import { Pages } from '../page/pages.decorator.js';
import { movedTo, type Reply, show } from '../page/reply.js';
import { type Visit, Visiting } from '../page/visit.js';
import { pagePlace, type PlaceQuery } from '../parts/page-place.js';
import { commentsOperation } from './comments.operation.js';
import { CommentsView } from './comments.view.js';
import { ThreadPage, type ThreadQuery } from './thread.page.js';

const COMMENTS_A_PAGE = 50;

@Pages()
export class ThreadController {
  constructor(
    private readonly asking: Asking,
    private readonly threads: ThreadPage,
  ) {}

  @Get('t/:key/:slug')
  thread(@Visiting() visit: Visit, @Param('key') key: string, @Param('slug') slug: string, @Query() query: ThreadQuery): Promise<Reply> {
    return this.threads.show(visit, `thr_${key}`, { query, slug });
  }

  /** Addresses that were cut off. */
  @Get('t/:key')
  async cutOff(@Visiting() visit: Visit, @Param('key') key: string): Promise<Reply> {
    return this.threads.show(visit, `thr_${key}`, { slug: '' });
  }

  /** A post by itself with all its comments, page by page. */
  @Get('p/:key')
  async post(@Visiting() { actor, page }: Visit, @Param('key') key: string, @Query() query: PlaceQuery): Promise<Reply> {
    const { post } = await this.asking.ask(actor, commentsOperation, { id: `pst_${key}`, ...pagePlace(query, COMMENTS_A_PAGE) });
    if (!post?.thread) throw new NotFoundException();
    if (post.kind === 'comment') return movedTo(`${page.href(post.thread.path)}#${post.id}`);
    return show(<CommentsView page={page} post={post} thread={post.thread} />);
  }
}
