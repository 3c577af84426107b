import { Args, ArgsType, Context, Field, ID, Info, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsEnum, IsOptional, IsString, MaxLength, ValidateNested } from 'class-validator';
import type { GraphQLResolveInfo } from 'graphql';
import { Access, type Actor } from '#platform/access';
import { decodeId, pageOf } from '#platform/database';
import { asksFor, collectorOf, costsAStatement, CurrentActor, type GraphqlContext, loaderOf, PagesArgs, pageArguments } from '#platform/graphql';
import { canClose, canMove, canReopen } from '../closing/closing.policy.js';
import { ANSWER_CURSOR, placeIn, PostReader, type PostsWish } from '../post/post.reader.js';
import { Post, PostConnection } from '../post/post.type.js';
import type { ThreadKind } from '../forum.entities.js';
import { ThreadFieldInput } from '../fields/field.type.js';
import { canMarkDuplicate, canMerge, canSplit } from '../merging/merging.policy.js';
import { canSayWorks, canUpdateNotice } from '../notice/notice.policy.js';
import { canClaim } from '../work/claim.policy.js';
import { THREAD_KINDS } from './closed.sets.js';
import { permissionOf } from './permission.js';
import { canReply, canSaySameProblem } from './thread.policy.js';
import { THREAD_CURSOR, ThreadReader, type ThreadRow } from './thread.reader.js';
import { Thread, ThreadConnection, ThreadFilter, ThreadPayload, type ThreadStanding, ThreadViewer } from './thread.type.js';

const NEWEST_MOST = 20; // what a feed tells at once
const FIELDS_SOUGHT_MOST = 5; // each is a condition of its own on every thread that is looked at

@ArgsType()
class ThreadsArgs extends PagesArgs {
  @Field(() => ThreadFilter, { defaultValue: ThreadFilter.all, description: 'Which threads.' })
  @IsEnum(ThreadFilter)
  filter: ThreadFilter;

  @Field(() => THREAD_KINDS, { nullable: true, description: 'Only those of this kind.' })
  @IsOptional()
  @IsEnum(THREAD_KINDS)
  kind?: ThreadKind;

  @Field(() => String, { nullable: true, description: 'Only those of this category (its name in addresses) and of those below it.' })
  @IsOptional()
  @IsString()
  @MaxLength(60)
  category?: string;

  @Field(() => String, { nullable: true, description: 'Only those that carry this tag.' })
  @IsOptional()
  @IsString()
  @MaxLength(40)
  tag?: string;

  @Field(() => [ThreadFieldInput], { defaultValue: [], description: 'Only those with these values in the fields of their categories, at most 5; case does not count.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(FIELDS_SOUGHT_MOST)
  @ValidateNested({ each: true })
  @Type(() => ThreadFieldInput)
  fields?: ThreadFieldInput[];
}

@Resolver(() => Thread)
export class ThreadResolver {
  constructor(
    private readonly reader: ThreadReader,
    private readonly posts: PostReader,
  ) {}

  @Access('everyone')
  @Query(() => Thread, { nullable: true, description: 'A thread by id, or what it became part of; null where there is none, or none for the one who asks.' })
  async thread(@Args('id', { type: () => ID, description: 'thr_ and a number.' }) id: string, @Context() context: GraphqlContext): Promise<Thread | null> {
    const key = decodeId('thread', id);
    if (!key) return null;
    const thread = await this.byKey(context, key);
    if (thread) return thread;
    const merged = await this.reader.merged(key); // asked only where nothing was found: reading costs nothing more
    return merged && this.byKey(context, merged.into);
  }

  @Access('everyone')
  @Query(() => ThreadConnection, { description: 'Threads, the latest activity first.' })
  threads(@Args() args: ThreadsArgs): Promise<ThreadConnection> {
    return this.reader.list(args, pageArguments(args, THREAD_CURSOR));
  }

  @ResolveField(() => Post, { nullable: true, description: 'What it was opened with.' })
  opening(@Parent() thread: Thread, @Context() context: GraphqlContext, @Info() info: GraphQLResolveInfo): Promise<Post | null> {
    return this.postsOf(context, { thread, page: 'opening', ...along(info) }).then(([opening]) => opening ?? null);
  }

  @ResolveField(() => Post, { nullable: true, description: 'The accepted answer.' })
  acceptedAnswer(@Parent() thread: Thread, @Context() context: GraphqlContext): Promise<Post | null> | null {
    if (!thread.acceptedKey) return null;
    return loaderOf<string, Post>(context, 'post', (keys, actor) => this.posts.byIds(actor, keys)).load(thread.acceptedKey);
  }

  @ResolveField(() => PostConnection, { complexity: costsAStatement, description: 'Its answers. Of a question: the accepted one, official ones, then by score, then by age; elsewhere the oldest first.' })
  async answers(@Parent() thread: Thread, @Args() args: PagesArgs, @Context() context: GraphqlContext, @Info() info: GraphQLResolveInfo): Promise<PostConnection> {
    const page = pageArguments(args, ANSWER_CURSOR);
    return pageOf(page, await this.postsOf(context, { thread, page, ...along(info) }), placeIn(thread));
  }

  @ResolveField(() => [Post], { complexity: ({ childComplexity }: { childComplexity: number }) => costsAStatement({ args: {}, childComplexity: NEWEST_MOST * childComplexity }), description: `Its ${NEWEST_MOST} latest answers, the newest first: for feeds, and for whoever wants to know what is new.` })
  newestAnswers(@Parent() thread: Thread, @CurrentActor() actor: Actor): Promise<Post[]> {
    return this.posts.newestAnswers(actor, thread.key, NEWEST_MOST);
  }

  @ResolveField(() => Thread, { nullable: true, description: 'The thread that this one is a duplicate of.' })
  duplicateOf(@Parent() thread: Thread, @Context() context: GraphqlContext): Promise<Thread | null> | null {
    return thread.duplicateKey ? this.byKey(context, thread.duplicateKey) : null;
  }

  @ResolveField(() => ThreadViewer, { description: 'How the one who asks stands to it.' })
  async viewer(@Parent() thread: Thread, @Context() context: GraphqlContext): Promise<ThreadViewer> {
    const { actor } = context;
    const standing = thread.standing ?? (actor.id === null ? null : await loaderOf<string, ThreadStanding>(context, 'threadStanding', (keys) => this.reader.standings(actor, keys)).load(thread.key));
    return {
      threadKey: thread.key,
      canAnswer: permissionOf(canReply(actor, thread), actor.language),
      canSaySameProblem: permissionOf(canSaySameProblem(actor, thread), actor.language),
      saidSameProblem: standing?.same ?? false,
      following: standing?.following ?? false,
      canUpdateNotice: permissionOf(canUpdateNotice(actor, thread, (thread as ThreadRow).notice), actor.language),
      canSayWorks: permissionOf(canSayWorks(actor, thread, (thread as ThreadRow).notice), actor.language),
      saidWorks: standing?.works ?? null,
      canClaim: permissionOf(canClaim(actor, thread), actor.language),
      canClose: permissionOf(canClose(actor, thread), actor.language),
      canReopen: permissionOf(canReopen(actor, thread), actor.language),
      canMove: permissionOf(canMove(actor, thread, standing ?? { answered: false, moved: false }), actor.language),
      canMarkDuplicate: permissionOf(canMarkDuplicate(actor, thread), actor.language),
      canMerge: permissionOf(canMerge(actor, thread), actor.language),
      canSplit: permissionOf(canSplit(actor, thread), actor.language),
    };
  }

  private postsOf(context: GraphqlContext, wish: PostsWish): Promise<Post[]> {
    return collectorOf<PostsWish, Post[]>(context, 'postsOfThreads', (wishes, actor) => this.posts.ofThreads(actor, wishes)).load(wish);
  }

  private byKey(context: GraphqlContext, key: string): Promise<Thread | null> {
    return loaderOf<string, Thread>(context, 'thread', (keys, actor) => this.reader.byIds(actor, keys)).load(key);
  }
}

/** What is read with posts because it will be asked for. */
function along(info: GraphQLResolveInfo) {
  return { withComments: asksFor(info, 'firstComments'), withStanding: asksFor(info, 'viewer') };
}

@Resolver(() => ThreadPayload)
export class ThreadPayloadResolver {
  constructor(private readonly reader: ThreadReader) {}

  @ResolveField(() => Thread, { nullable: true, description: 'The thread; null where nothing was done.' })
  async thread(@Parent() payload: ThreadPayload, @Context() context: GraphqlContext): Promise<Thread | null> {
    return payload.threadKey ? ((await this.reader.byIds(context.actor, [payload.threadKey])).get(payload.threadKey) ?? null) : null;
  }
}
