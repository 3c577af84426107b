import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Access, type Actor, WhileSuspended } from '#platform/access';
import { decodeId } from '#platform/database';
import { CurrentActor, type GraphqlContext, Input, loaderOf } from '#platform/graphql';
import { PostReader } from '../post/post.reader.js';
import { Post } from '../post/post.type.js';
import { ThreadReader } from '../thread/thread.reader.js';
import { Thread } from '../thread/thread.type.js';
import { DraftKeeper } from './draft.keeper.js';
import { DiscardDraftInput, Draft, DraftPayload, SaveDraftInput } from './draft.type.js';

@Resolver(() => Draft)
export class DraftResolver {
  constructor(
    private readonly drafts: DraftKeeper,
    private readonly threads: ThreadReader,
    private readonly posts: PostReader,
  ) {}

  @Access('member')
  @Query(() => [Draft], { name: 'drafts', description: 'One’s own drafts, the latest first; at most 50 are kept.' })
  list(@CurrentActor() actor: Actor): Promise<Draft[]> {
    return this.drafts.all(actor);
  }

  @Access('member')
  @Query(() => Draft, { nullable: true, description: 'One’s own draft for a place; null where there is none.' })
  draft(@Args('place', { type: () => String, description: 'Where it belongs: ask, announce, answer:thr_1, comment:pst_1 or edit:pst_1.' }) place: string, @CurrentActor() actor: Actor): Promise<Draft | null> {
    return this.drafts.at(actor, place);
  }

  @Access('member')
  @WhileSuspended()
  @Mutation(() => DraftPayload, { description: 'Keeps what is being written; posting it discards the draft.' })
  async saveDraft(@CurrentActor() actor: Actor, @Input() input: SaveDraftInput) {
    return { draft: await this.drafts.save(actor, input) };
  }

  @Access('member')
  @WhileSuspended()
  @Mutation(() => DraftPayload, { description: 'Throws a draft away. Doing so twice is fine.' })
  async discardDraft(@CurrentActor() actor: Actor, @Input() input: DiscardDraftInput) {
    await this.drafts.discard(actor, input.place);
    return { draft: null };
  }

  @ResolveField(() => Thread, { nullable: true, description: 'The thread it answers; null where it answers none, or none that one may see any more.' })
  thread(@Parent() { place }: Draft, @Context() context: GraphqlContext): Promise<Thread | null> | null {
    const key = decodeId('thread', idIn(place));
    return key && loaderOf<string, Thread>(context, 'thread', (keys, actor) => this.threads.byIds(actor, keys)).load(key);
  }

  @ResolveField(() => Post, { nullable: true, description: 'The post it comments on or changes; null where there is none, or none that one may see any more.' })
  post(@Parent() { place }: Draft, @Context() context: GraphqlContext): Promise<Post | null> | null {
    const key = decodeId('post', idIn(place));
    return key && loaderOf<string, Post>(context, 'post', (keys, actor) => this.posts.byIds(actor, keys)).load(key);
  }
}

/** `answer:thr_1` -> `thr_1` */
function idIn(place: string): string {
  return place.split(':')[1] ?? '';
}
