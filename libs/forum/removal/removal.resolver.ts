import { Mutation, Resolver } from '@nestjs/graphql';
import { Access, type Actor } from '#platform/access';
import { CurrentActor, Input } from '#platform/graphql';
import type { Written } from '../answer/answer.service.js';
import { PostPayload } from '../post/post.type.js';
import { RemovalService } from './removal.service.js';
import { DeletePostInput, RestorePostInput } from './removal.type.js';

@Resolver()
export class RemovalResolver {
  constructor(private readonly removal: RemovalService) {}

  @Access('member')
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
