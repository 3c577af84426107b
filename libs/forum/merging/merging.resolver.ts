import { Mutation, Resolver } from '@nestjs/graphql';
import { Access, type Actor } from '#platform/access';
import { CurrentActor, Input } from '#platform/graphql';
import { ThreadPayload } from '../thread/thread.type.js';
import { DuplicateService } from './duplicate.service.js';
import { MergeService } from './merge.service.js';
import { MarkDuplicateInput, MergeThreadsInput, SplitThreadInput } from './merging.type.js';
import { SplitService } from './split.service.js';

@Resolver()
export class MergingResolver {
  constructor(
    private readonly duplicates: DuplicateService,
    private readonly merging: MergeService,
    private readonly splitting: SplitService,
  ) {}

  @Access('member')
  @Mutation(() => ThreadPayload, { description: 'Closes a thread as a duplicate: super users and staff any, askers their own open question. Who followed it follows the other, too. Reopening undoes it. Asking twice is fine.' })
  markDuplicate(@CurrentActor() actor: Actor, @Input() input: MarkDuplicateInput) {
    return this.duplicates.mark(actor, input);
  }

  @Access('superUser')
  @Mutation(() => ThreadPayload, { description: 'Makes two threads of one kind into one; the thread that stays. What was the other’s opening becomes a comment, all else goes along. Asking twice is fine.' })
  mergeThreads(@CurrentActor() actor: Actor, @Input() input: MergeThreadsInput) {
    return this.merging.merge(actor, input);
  }

  @Access('superUser')
  @Mutation(() => ThreadPayload, { description: 'Makes answers into a thread of their own; the new thread. A comment in each says where the other is.' })
  splitThread(@CurrentActor() actor: Actor, @Input() input: SplitThreadInput) {
    return this.splitting.split(actor, input);
  }
}
