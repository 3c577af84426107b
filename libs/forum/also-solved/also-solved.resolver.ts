import { Mutation, Resolver } from '@nestjs/graphql';
import { Access, type Actor } from '#platform/access';
import { CurrentActor, Input } from '#platform/graphql';
import type { Written } from '../answer/answer.service.js';
import { PostPayload } from '../post/post.type.js';
import { AlsoSolvedService } from './also-solved.service.js';
import { AlsoSolvedInput } from './also-solved.type.js';

@Resolver()
export class AlsoSolvedResolver {
  constructor(private readonly solved: AlsoSolvedService) {}

  @Access('member')
  @Mutation(() => PostPayload, { description: 'Says that this answer solved it for oneself, too, or takes it back. Asking twice is fine.' })
  alsoSolved(@CurrentActor() actor: Actor, @Input() input: AlsoSolvedInput): Promise<Written> {
    return this.solved.say(actor, input);
  }
}
