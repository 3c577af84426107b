import { Get, Param, Query } from '@nestjs/common';
import { Asking } from '../graphql/asking.js';
import { Pages } from '../page/pages.decorator.js';
import { goTo, type Reply, show } from '../page/reply.js';
import { type Visit, Visiting } from '../page/visit.js';
import { pagePlace, type PlaceQuery } from '../parts/page-place.js';
import { AttachedPage } from '../notices/attached.page.js';
import { markReadOperation } from '../notifications/notifications.operation.js';
import { postPlaceOperation } from './acts.operation.js';
import { commentCountOperation, commentsOperation } from './comments.operation.js';
import { CommentsView } from './comments.view.js';
import { COMMENTS_SHOWN } from './post.fragment.js';
import { GonePosts } from './gone.post.js';
import { placeOf } from './post.place.js';
import { ThreadPage, type ThreadQuery } from './thread.page.js';

const COMMENTS_A_PAGE = 50;

@Pages()
export class ThreadController {
  constructor(
    private readonly asking: Asking,
    private readonly threads: ThreadPage,
    private readonly gone: GonePosts,
    private readonly attached: AttachedPage,
  ) {}

  @Get('t/:key/:slug')
  async thread(@Visiting() visit: Visit, @Param('key') key: string, @Param('slug') slug: string, @Query() query: ThreadQuery): Promise<Reply> {
    const attached = query.attached === undefined ? null : await this.attached.show(visit, `thr_${key}`, slug, query);
    return attached ?? this.threads.show(visit, `thr_${key}`, { query, slug });
  }

  /** Addresses that were cut off. */
  @Get('t/:key')
  async cutOff(@Visiting() visit: Visit, @Param('key') key: string): Promise<Reply> {
    return this.threads.show(visit, `thr_${key}`, { slug: '' });
  }

  /** Where a post stands, in whatever thread and on whatever page: what mails and notifications lead to. Whoever follows it has read them. */
  @Get('p/:key')
  async place(@Visiting() visit: Visit, @Param('key') key: string): Promise<Reply> {
    const { actor, page } = visit;
    const { post } = await this.asking.ask(actor, postPlaceOperation, { id: `pst_${key}` });
    if (!post?.thread) return this.gone.pageOrNothing(visit, `pst_${key}`);
    if (page.member) await this.asking.ask(actor, markReadOperation, { input: { postId: post.id } });
    if (post.parentId === null) return goTo(page.href(placeOf({ post, thread: post.thread })));
    const { post: parent } = await this.asking.ask(actor, commentCountOperation, { id: post.parentId });
    if ((parent?.commentCount ?? 0) > COMMENTS_SHOWN) return goTo(page.href(`/p/${post.parentId.replace('pst_', '')}/comments?last=1#${post.id}`));
    return goTo(page.href(placeOf({ post, thread: post.thread }, post.parentId)));
  }

  /** A post by itself with all its comments, page by page. */
  @Get('p/:key/comments')
  async post(@Visiting() visit: Visit, @Param('key') key: string, @Query() query: PlaceQuery): Promise<Reply> {
    const { actor, page } = visit;
    const { post } = await this.asking.ask(actor, commentsOperation, { id: `pst_${key}`, withMenus: page.member !== null, ...pagePlace(query, COMMENTS_A_PAGE) });
    if (!post?.thread) return this.gone.pageOrNothing(visit, `pst_${key}`);
    if (post.kind === 'comment') return goTo(page.href(`/p/${key}`));
    return show(<CommentsView page={page} post={post} thread={post.thread} />);
  }
}
