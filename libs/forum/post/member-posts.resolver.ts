import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Member } from '#accounts';
import type { Actor } from '#platform/access';
import { decodeId } from '#platform/database';
import { costsAStatement, CurrentActor, PagesArgs, pageArguments } from '#platform/graphql';
import { PostReader } from './post.reader.js';
import { PostConnection } from './post.type.js';

/** What members wrote, for their own page. */
@Resolver(() => Member)
export class MemberPostsResolver {
  constructor(private readonly posts: PostReader) {}

  @ResolveField(() => PostConnection, { complexity: costsAStatement, description: 'The opening posts of what they asked, discussed or announced, the newest first.' })
  openings(@Parent() { id }: Member, @Args() args: PagesArgs, @CurrentActor() actor: Actor): Promise<PostConnection> {
    return this.posts.ofAuthor(actor, decodeId('member', id)!, 'opening', pageArguments(args, ['key']));
  }

  @ResolveField(() => PostConnection, { complexity: costsAStatement, description: 'Their answers, the newest first.' })
  answers(@Parent() { id }: Member, @Args() args: PagesArgs, @CurrentActor() actor: Actor): Promise<PostConnection> {
    return this.posts.ofAuthor(actor, decodeId('member', id)!, 'answer', pageArguments(args, ['key']));
  }
}
