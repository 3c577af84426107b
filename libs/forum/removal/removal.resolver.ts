import { Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Access, type Actor, WhileSuspended } from '#platform/access';
import { costsAStatement, CurrentActor, Input } from '#platform/graphql';
import type { Written } from '../answer/answer.service.js';
import { Post, PostPayload } from '../post/post.type.js';
import { RemovalReader } from './removal.reader.js';
import { RemovalService } from './removal.service.js';
import { DeletePostInput, Removal, RestorePostInput } from './removal.type.js';

@Resolver(() => Post)
export class RemovalResolver {
  constructor(
    private readonly removal: RemovalService,
    private readonly removals: RemovalReader,
  ) {}

  @ResolveField('removals', () => [Removal], { nullable: true, complexity: costsAStatement, description: 'When others than its author deleted and restored it, and why: the latest 20, the latest first. Null for all but super users and staff.' })
  removalsOf(@Parent() post: Post, @CurrentActor() actor: Actor): Promise<Removal[]> | null {
    return actor.isSuperUser ? this.removals.of(post) : null;
  }

  @Access('member')
  @WhileSuspended()
  @Mutation(() => PostPayload, { description: 'Deletes a post, so that it can be restored: authors their own while nothing of others hangs on it, super users and staff any.' })
  deletePost(@CurrentActor() actor: Actor, @Input() input: DeletePostInput): Promise<Written> {
    return this.removal.delete(actor, input);
  }

  @Access('member')
  @Mutation(() => PostPayload, { description: 'Brings a deleted post back as it was: by whoever deleted it, or by super users and staff.' })
  restorePost(@CurrentActor() actor: Actor, @Input() input: RestorePostInput): Promise<Written> {
    return this.removal.restore(actor, input);
  }
}
