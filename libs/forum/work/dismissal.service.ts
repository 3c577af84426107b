import { Injectable } from '@nestjs/common';
import { Limits } from '#accounts';
import type { Actor } from '#platform/access';
import { Database, decodeId } from '#platform/database';
import { notFound } from '#platform/graphql';
import type { Written } from '../answer/answer.service.js';
import { PostReader } from '../post/post.reader.js';
import type { DismissOwedInput } from './dismissal.type.js';

/** What a member owes no word: a thanks, a question that others took up. Nobody is told. */
@Injectable()
export class DismissalService {
  constructor(
    private readonly db: Database,
    private readonly posts: PostReader,
    private readonly limits: Limits,
  ) {}

  /** Puts aside what waits in that thread up to that post, or takes it up again. What comes later waits anew. */
  async dismiss(actor: Actor, { postId, dismissed }: DismissOwedInput): Promise<Written> {
    return this.db.transaction(async () => {
      const key = decodeId('post', postId);
      const post = key ? (await this.posts.byIds(actor, [key])).get(key) : undefined;
      if (!post) throw notFound();
      await this.limits.take(actor, 'putAside');
      if (dismissed) {
        await this.db.query(
          `insert into owed_dismissal (member_id, thread_id, post_id) values ($1, $2, $3)
           on conflict (member_id, thread_id) do update set post_id = greatest(owed_dismissal.post_id, excluded.post_id), created_at = now()`,
          [actor.memberId, post.threadKey, post.key],
        );
      } else {
        await this.db.query('delete from owed_dismissal where member_id = $1 and thread_id = $2', [actor.memberId, post.threadKey]);
      }
      return { postKey: post.key, threadKey: post.threadKey };
    });
  }
}
