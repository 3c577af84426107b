import { Mutation, Resolver } from '@nestjs/graphql';
import { PostPayload } from '#forum';
import { Access, type Actor } from '#platform/access';
import { CurrentActor, Input } from '#platform/graphql';
import { FlagService } from './flag.service.js';
import { FlagPostInput } from './flag.type.js';

@Resolver()
export class FlagResolver {
  constructor(private readonly flags: FlagService) {}

  @Access('member')
  @Mutation(() => PostPayload, { description: 'Reports a post to those who keep order. Three people at least, who weigh enough together, hide it until somebody has looked; what is said to be wrong, and what the team wrote, stays. Twice is once.' })
  flagPost(@CurrentActor() actor: Actor, @Input() input: FlagPostInput): Promise<{ postKey: string; threadKey: string }> {
    return this.flags.flag(actor, input);
  }
}
