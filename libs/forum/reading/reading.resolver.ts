import { Context, Field, ID, Int, Mutation, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Access, type Actor, WhileSuspended } from '#platform/access';
import { decodeId, encodeId } from '#platform/database';
import { CurrentActor, type GraphqlContext, Input, loaderOf, notFound } from '#platform/graphql';
import { PostReader } from '../post/post.reader.js';
import { ThreadPayload, ThreadViewer } from '../thread/thread.type.js';
import { ReadingCollector } from './reading.collector.js';
import { ReadingReader, type Standing } from './reading.reader.js';
import { MarkReadInput } from './reading.type.js';

@ObjectType({ description: 'A post that was not read yet, by its place.' })
export class UnreadPost {
  @Field(() => ID, { description: 'The post: pst_ and a number.' })
  id: string;

  @Field(() => ID, { nullable: true, description: 'Of a comment: the post it stands under.' })
  underId: string | null;
}

@Resolver(() => ThreadViewer)
export class ReadingResolver {
  constructor(
    private readonly reader: ReadingReader,
    private readonly collector: ReadingCollector,
    private readonly posts: PostReader,
  ) {}

  @Access('member')
  @WhileSuspended()
  @Mutation(() => ThreadPayload, { description: 'Says that a thread was read up to a post, and with it what one was told of it; never back. It counts within seconds.' })
  async markRead(@CurrentActor() actor: Actor, @Input() { postId }: MarkReadInput) {
    const key = decodeId('post', postId);
    const post = key ? (await this.posts.byIds(actor, [key])).get(key) : undefined;
    if (!post) throw notFound();
    this.collector.read({ memberKey: actor.memberId, threadKey: post.threadKey, postKey: post.key });
    return { threadKey: post.threadKey };
  }

  @ResolveField(() => Int, { description: 'Posts by others since their last visit, counted to 100; 0 where they neither follow nor have visited it.' })
  async unreadCount(@Parent() viewer: ThreadViewer, @Context() context: GraphqlContext): Promise<number> {
    return (await this.standing(viewer, context))?.unread ?? 0;
  }

  @ResolveField(() => Boolean, { description: 'Whether they follow it and have never opened it.' })
  async isNew(@Parent() viewer: ThreadViewer, @Context() context: GraphqlContext): Promise<boolean> {
    return (await this.standing(viewer, context))?.isNew ?? false;
  }

  @ResolveField(() => UnreadPost, { nullable: true, description: 'The oldest post they have not read; null where there is none.' })
  async firstUnread(@Parent() viewer: ThreadViewer, @Context() context: GraphqlContext): Promise<UnreadPost | null> {
    const { firstUnreadKey, firstUnreadUnderKey } = (await this.standing(viewer, context)) ?? {};
    if (!firstUnreadKey) return null;
    return { id: encodeId('post', firstUnreadKey), underId: firstUnreadUnderKey ? encodeId('post', firstUnreadUnderKey) : null };
  }

  @ResolveField(() => ID, { nullable: true, description: 'The newest post of it: whoever is shown the thread has read so far. Null for guests.' })
  async newestPostId(@Parent() viewer: ThreadViewer, @Context() context: GraphqlContext): Promise<string | null> {
    const newest = (await this.standing(viewer, context))?.newestKey;
    return newest ? encodeId('post', newest) : null;
  }

  private standing({ threadKey }: ThreadViewer, context: GraphqlContext): Promise<Standing | null> | null {
    if (context.actor.id === null) return null;
    return loaderOf<string, Standing>(context, 'reading', (keys, actor) => this.reader.standings(actor, keys)).load(threadKey);
  }
}
