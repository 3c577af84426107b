import { Mutation, Resolver } from '@nestjs/graphql';
import { Access, type Actor } from '#platform/access';
import { CurrentActor, Input } from '#platform/graphql';
import { ThreadPayload } from '../thread/thread.type.js';
import { ClosingService } from './closing.service.js';
import { CloseThreadInput, MoveThreadInput, ReopenThreadInput } from './closing.type.js';

@Resolver()
export class ClosingResolver {
  constructor(private readonly closing: ClosingService) {}

  @Access('member')
  @Mutation(() => ThreadPayload, { description: 'Closes a thread: askers their own question as settled, super users and staff any thread. Asking twice is fine.' })
  closeThread(@CurrentActor() actor: Actor, @Input() input: CloseThreadInput) {
    return this.closing.close(actor, input);
  }

  @Access('member')
  @Mutation(() => ThreadPayload, { description: 'Opens a closed thread again: askers what they closed themselves, super users and staff any. Asking twice is fine.' })
  reopenThread(@CurrentActor() actor: Actor, @Input() input: ReopenThreadInput) {
    return this.closing.reopen(actor, input);
  }

  @Access('member')
  @Mutation(() => ThreadPayload, { description: 'Moves a thread to another category: super users and staff any, askers their own question while it is open, until somebody else has answered or moved it. Asking twice is fine.' })
  moveThread(@CurrentActor() actor: Actor, @Input() input: MoveThreadInput) {
    return this.closing.move(actor, input);
  }
}
