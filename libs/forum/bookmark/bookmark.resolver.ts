import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Access, type Actor, WhileSuspended } from '#platform/access';
import { CurrentActor, Input, PagesArgs, pageArguments } from '#platform/graphql';
import type { Written } from '../answer/answer.service.js';
import { PostConnection, PostPayload } from '../post/post.type.js';
import { BOOKMARK_CURSOR, BookmarkService } from './bookmark.service.js';
import { BookmarkInput } from './bookmark.type.js';

@Resolver()
export class BookmarkResolver {
  constructor(private readonly bookmarks: BookmarkService) {}

  @Access('member')
  @WhileSuspended()
  @Mutation(() => PostPayload, { description: 'Keeps a post to come back to, or no longer. At most 5,000. Asking twice is fine.' })
  bookmark(@CurrentActor() actor: Actor, @Input() input: BookmarkInput): Promise<Written> {
    return this.bookmarks.bookmark(actor, input);
  }

  @Access('member')
  @Query(() => PostConnection, { name: 'bookmarks', description: 'The posts that the one who asks keeps, the latest kept first.' })
  list(@Args() args: PagesArgs, @CurrentActor() actor: Actor): Promise<PostConnection> {
    return this.bookmarks.list(actor, pageArguments(args, BOOKMARK_CURSOR));
  }
}
