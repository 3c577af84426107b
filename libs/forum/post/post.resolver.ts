import { Args, Context, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Access, type Actor } from '#platform/access';
import { decodeId } from '#platform/database';
import { costsAStatement, CurrentActor, type GraphqlContext, loaderOf, PagesArgs, pageArguments } from '#platform/graphql';
import { canEdit, canHideRevisions } from '../edit/edit.policy.js';
import { canDelete, canRestore } from '../removal/removal.policy.js';
import { permissionOf } from '../thread/permission.js';
import { canAccept, canComment, canMarkOfficial, canSayAlsoSolved, canVote, waitsForAsker } from '../thread/thread.policy.js';
import { ThreadReader } from '../thread/thread.reader.js';
import { Thread } from '../thread/thread.type.js';
import { firstOf, PostReader, type Standing } from './post.reader.js';
import { Post, PostConnection, PostPayload, PostViewer, VoteChoice } from './post.type.js';

@Resolver(() => Post)
export class PostResolver {
  constructor(
    private readonly reader: PostReader,
    private readonly threads: ThreadReader,
  ) {}

  @Access('everyone')
  @Query(() => Post, { nullable: true, description: 'A post by id; null where there is none, or none for the one who asks.' })
  async post(@Args('id', { type: () => ID, description: 'pst_ and a number.' }) id: string, @CurrentActor() actor: Actor): Promise<Post | null> {
    const key = decodeId('post', id);
    return key ? ((await this.reader.byIds(actor, [key])).get(key) ?? null) : null;
  }

  @ResolveField(() => Thread, { nullable: true, description: 'The thread it stands in.' })
  thread(@Parent() post: Post, @Context() context: GraphqlContext): Promise<Thread | null> {
    return loaderOf<string, Thread>(context, 'thread', (keys, actor) => this.threads.byIds(actor, keys)).load(post.threadKey);
  }

  @ResolveField(() => [Post], { description: 'The oldest comments under it, at most 20: for a page that shows many posts.' })
  async firstComments(
    @Parent() post: Post,
    @Args('first', { type: () => Int, description: 'How many, 1 to 20.' }) first: number,
    @Context() context: GraphqlContext,
  ): Promise<Post[]> {
    const comments = await loaderOf<string, Post[]>(context, 'comments', (keys, actor) => this.reader.comments(actor, keys)).load(post.key);
    return firstOf(comments ?? [])({ first });
  }

  @ResolveField(() => String, { description: 'What was written: Markdown.' })
  async source(@Parent() post: Post, @Context() context: GraphqlContext): Promise<string> {
    return (await loaderOf<string, string>(context, 'source', (keys) => this.reader.sources(keys)).load(post.key))!;
  }

  @ResolveField(() => PostConnection, { complexity: costsAStatement, description: 'All comments under it, oldest first.' })
  comments(@Parent() post: Post, @Args() args: PagesArgs, @CurrentActor() actor: Actor): Promise<PostConnection> {
    return this.reader.commentPage(actor, post.key, pageArguments(args, ['key']));
  }

  @ResolveField(() => PostViewer, { description: 'How the one who asks stands to it.' })
  async viewer(@Parent() post: Post, @Context() context: GraphqlContext): Promise<PostViewer> {
    const { actor } = context;
    const now = new Date();
    const thread = { kind: post.threadKind, askerId: post.askerId, closed: post.threadClosed, state: post.threadState };
    const facts = { ...post, authorRole: post.author?.role ?? null };
    const standing = post.standing ?? (actor.id === null ? null : await loaderOf<string, Standing>(context, 'standing', (keys) => this.reader.standings(actor, keys)).load(post.key));
    const askerWordAt = post.kind === 'answer' && waitsForAsker(actor, thread) ? await loaderOf<string, Date>(context, 'askerWord', (keys) => this.reader.askerWords(keys)).load(post.threadKey) : null;
    return {
      postKey: post.key,
      vote: standing?.vote ?? VoteChoice.none,
      saidAlsoSolved: standing?.also ?? false,
      bookmarked: standing?.bookmarked ?? false,
      deletedIt: actor.is(post.deletedBy),
      canVoteUp: permissionOf(canVote(actor, thread, post, 'up'), actor.language),
      canVoteDown: permissionOf(canVote(actor, thread, post, 'down'), actor.language),
      canAccept: permissionOf(canAccept(actor, thread, post, askerWordAt, now), actor.language),
      canMarkOfficial: permissionOf(canMarkOfficial(actor, thread, post), actor.language),
      canSayAlsoSolved: permissionOf(canSayAlsoSolved(actor, thread, post), actor.language),
      canComment: permissionOf(canComment(actor, thread, post), actor.language),
      canEdit: permissionOf(canEdit(actor, facts, now), actor.language),
      canHideRevisions: permissionOf(canHideRevisions(actor), actor.language),
      canDelete: permissionOf(canDelete(actor, facts), actor.language),
      canRestore: permissionOf(canRestore(actor, facts), actor.language),
    };
  }
}

@Resolver(() => PostPayload)
export class PostPayloadResolver {
  constructor(
    private readonly posts: PostReader,
    private readonly threads: ThreadReader,
  ) {}

  @ResolveField(() => Post, { nullable: true, description: 'The post; null where nothing was done.' })
  async post(@Parent() payload: PostPayload, @Context() context: GraphqlContext): Promise<Post | null> {
    return payload.postKey ? ((await this.posts.byIds(context.actor, [payload.postKey])).get(payload.postKey) ?? null) : null;
  }

  @ResolveField(() => Thread, { nullable: true, description: 'Its thread; null where nothing was done.' })
  async thread(@Parent() payload: PostPayload, @Context() context: GraphqlContext): Promise<Thread | null> {
    return payload.threadKey ? ((await this.threads.byIds(context.actor, [payload.threadKey])).get(payload.threadKey) ?? null) : null;
  }
}
