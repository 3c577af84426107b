import { Args, Context, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Access } from '#platform/access';
import { decodeId } from '#platform/database';
import { type GraphqlContext, loaderOf } from '#platform/graphql';
import { PostReader } from '../post/post.reader.js';
import { Post } from '../post/post.type.js';
import { ThreadReader } from '../thread/thread.reader.js';
import type { Thread } from '../thread/thread.type.js';
import { Signpost } from './signpost.type.js';

@Resolver(() => Signpost)
export class SignpostResolver {
  constructor(
    private readonly threads: ThreadReader,
    private readonly posts: PostReader,
  ) {}

  @Access('everyone')
  @Query(() => Signpost, { nullable: true, description: 'What became of a thread that was merged into another; null where it was not, and where the other is none for the one who asks.' })
  async signpost(@Args('id', { type: () => ID, description: 'The thread that was merged: thr_ and a number.' }) id: string, @Context() context: GraphqlContext): Promise<Signpost | null> {
    const key = decodeId('thread', id);
    const merged = key && (await this.threads.merged(key));
    if (!merged) return null;
    const thread = await loaderOf<string, Thread>(context, 'thread', (keys, actor) => this.threads.byIds(actor, keys)).load(merged.into);
    return thread && { thread, openingKey: merged.opening };
  }

  @ResolveField(() => Post, { nullable: true, description: 'The comment that was its opening; `openedAs` is the title it had. Null where the one who asks does not see it.' })
  opening(@Parent() { openingKey }: Signpost, @Context() context: GraphqlContext): Promise<Post | null> | null {
    return openingKey === null ? null : loaderOf<string, Post>(context, 'post', (keys, actor) => this.posts.byIds(actor, keys)).load(openingKey);
  }
}
