import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '#platform/access';
import { collectorOf, costsAStatement, CurrentActor, type GraphqlContext, PagesArgs, pageArguments } from '#platform/graphql';
import { ThreadReader } from '../thread/thread.reader.js';
import { ThreadCategory, ThreadConnection } from '../thread/thread.type.js';
import { NoticeParts, type Parts, type PartWish, UPDATES_SHOWN } from './notice.parts.js';
import { CATEGORIES_MOST, NoticeUpdate, ServiceNotice } from './notice.type.js';

const upTo = (most: number) => ({ childComplexity }: { childComplexity: number }) => most * childComplexity;

/** What of a notice its own page shows, and a list of notices does not. */
@Resolver(() => ServiceNotice)
export class NoticePartsResolver {
  constructor(
    private readonly parts: NoticeParts,
    private readonly threads: ThreadReader,
  ) {}

  @ResolveField(() => [ThreadCategory], { complexity: upTo(CATEGORIES_MOST), description: 'Which categories it concerns besides the one it stands in.' })
  categories(@Parent() notice: ServiceNotice, @Context() context: GraphqlContext): Promise<ThreadCategory[]> {
    return this.part(context, notice, 'categories');
  }

  @ResolveField(() => [NoticeUpdate], { complexity: upTo(UPDATES_SHOWN), description: `What was said of it, the newest first, at most ${UPDATES_SHOWN}.` })
  updates(@Parent() notice: ServiceNotice, @Context() context: GraphqlContext): Promise<NoticeUpdate[]> {
    return this.part(context, notice, 'updates');
  }

  @ResolveField(() => ThreadConnection, { complexity: costsAStatement, description: 'The questions that are closed as duplicates of it, the newest first: whoever asked one is told when it is over.' })
  duplicates(@Parent() { threadKey }: ServiceNotice, @Args() args: PagesArgs, @CurrentActor() actor: Actor): Promise<ThreadConnection> {
    return this.threads.duplicates(actor, threadKey, pageArguments(args, ['key']));
  }

  private part<P extends keyof Parts>(context: GraphqlContext, { threadKey }: ServiceNotice, part: P): Promise<Parts[P]> {
    return collectorOf<PartWish, Parts[keyof Parts]>(context, 'partsOfNotices', (wishes) => this.parts.read(wishes)).load({ threadKey, part }) as Promise<Parts[P]>;
  }
}
