import { Mutation, Resolver } from '@nestjs/graphql';
import { Access, type Actor } from '#platform/access';
import { CurrentActor, Input } from '#platform/graphql';
import type { Written } from '../answer/answer.service.js';
import { PostPayload } from '../post/post.type.js';
import { HidingService } from './hiding.service.js';
import { HideRevisionInput, ShowRevisionInput } from './hiding.type.js';

@Resolver()
export class HidingResolver {
  constructor(private readonly hiding: HidingService) {}

  @Access('member')
  @Mutation(() => PostPayload, { description: 'Hides an earlier text of a post from all but staff, in the changes that led to it and from it, too: by staff. That there was an edit, by whom and when stays. Asking twice is fine.' })
  hideRevision(@CurrentActor() actor: Actor, @Input() input: HideRevisionInput): Promise<Written> {
    return this.hiding.hide(actor, input);
  }

  @Access('member')
  @Mutation(() => PostPayload, { description: 'Lets everyone read a hidden text of the history again: by staff. Asking twice is fine.' })
  showRevision(@CurrentActor() actor: Actor, @Input() input: ShowRevisionInput): Promise<Written> {
    return this.hiding.show(actor, input);
  }
}
