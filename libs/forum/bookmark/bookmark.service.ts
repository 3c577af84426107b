import { Injectable } from '@nestjs/common';
import type { Actor } from '#platform/access';
import { Database, decodeId, type Page, pageOf } from '#platform/database';
import { invalid, notFound } from '#platform/graphql';
import type { Written } from '../answer/answer.service.js';
import { PostReader } from '../post/post.reader.js';
import type { Post, PostConnection } from '../post/post.type.js';
import type { BookmarkInput } from './bookmark.type.js';

export const BOOKMARKS_MOST = 5_000;

/** Cursor of the list of bookmarks: when it was kept, then the post. */
export const BOOKMARK_CURSOR = ['moment', 'key'] as const;

/** Posts that a member comes back to. Nobody else sees them, and nobody is told. */
@Injectable()
export class BookmarkService {
  constructor(
    private readonly db: Database,
    private readonly posts: PostReader,
  ) {}

  async bookmark(actor: Actor, { postId, bookmarked }: BookmarkInput): Promise<Written> {
    return this.db.transaction(async () => {
      // the member's row is the lock: two calls at once count one after the other
      await this.db.query('select from member where id = $1 for no key update', [actor.memberId]);
      const key = decodeId('post', postId);
      const post = key ? (await this.posts.byIds(actor, [key])).get(key) : undefined;
      if (!post) throw notFound();
      const values = [actor.memberId, post.key];
      if (!bookmarked) {
        await this.db.query('delete from bookmark where member_id = $1 and post_id = $2', values);
      } else {
        const [{ count }] = (await this.db.query<{ count: number }>('select count(*)::int from bookmark where member_id = $1 and post_id <> $2', values)) as [{ count: number }];
        if (count >= BOOKMARKS_MOST) throw invalid({ field: 'postId', code: 'too-many', limit: BOOKMARKS_MOST });
        await this.db.query('insert into bookmark (member_id, post_id) values ($1, $2) on conflict do nothing', values);
      }
      return { postKey: post.key, threadKey: post.threadKey };
    });
  }

  /** A page of what the member keeps and still sees, the latest first. */
  async list(actor: Actor, page: Page): Promise<PostConnection> {
    const places = await this.db.query<{ key: string; at: string }>(
      `select b.post_id as key, (extract(epoch from b.created_at) * 1000000)::bigint as at
       from bookmark b join post p on p.id = b.post_id join thread t on t.id = p.thread_id
       where b.member_id = $1 and ${this.posts.visible(actor)}
       ${page.from ? `and (b.created_at, b.post_id) ${page.backwards ? '>' : '<'} ('epoch'::timestamptz + $2::bigint * interval '1 microsecond', $3::bigint)` : ''}
       order by b.created_at ${page.backwards ? 'asc' : 'desc'}, b.post_id ${page.backwards ? 'asc' : 'desc'} limit ${page.limit + 1}`,
      [actor.memberId, ...(page.from ?? [])],
    );
    const posts = await this.posts.byIds(actor, places.map(({ key }) => key));
    const rows = places.flatMap(({ key, at }) => {
      const post = posts.get(key);
      return post ? [{ ...post, place: [at, key] }] : [];
    });
    return pageOf<Post & { place: string[] }>(page, rows, (row) => row.place);
  }
}
