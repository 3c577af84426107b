import { Args, Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Member } from '#accounts';
import { Access, type Actor } from '#platform/access';
import { encodeId } from '#platform/database';
import { costsAStatement, CurrentActor, type GraphqlContext, Input, PagesArgs, pageArguments } from '#platform/graphql';
import type { Written } from '../answer/answer.service.js';
import { PostPayload } from '../post/post.type.js';
import type { ThreadRow } from '../thread/thread.reader.js';
import { Thread, ThreadConnection, ThreadPayload } from '../thread/thread.type.js';
import { ClaimService } from './claim.service.js';
import { ClaimQuestionInput, QuestionClaim } from './claim.type.js';
import { DismissalService } from './dismissal.service.js';
import { DismissOwedInput } from './dismissal.type.js';
import { OWED_CURSOR, WORK_CURSOR, WorkReader } from './work.reader.js';
import { OwedConnection, Work } from './work.type.js';

@Resolver(() => Work)
export class WorkResolver {
  constructor(private readonly reader: WorkReader) {}

  @ResolveField(() => ThreadConnection, { complexity: costsAStatement, description: 'Open questions without an answer that others asked, in the categories and under the tags they follow; where they follow none, anywhere. The latest activity first.' })
  unanswered(@Parent() work: Work, @Args() args: PagesArgs, @Context() { actor }: GraphqlContext): Promise<ThreadConnection> {
    return this.reader.unanswered(actor, work, pageArguments(args, WORK_CURSOR));
  }

  @ResolveField(() => ThreadConnection, { complexity: costsAStatement, description: 'What they are on, the latest first.' })
  claimed(@Args() args: PagesArgs, @Context() { actor }: GraphqlContext): Promise<ThreadConnection> {
    return this.reader.claimed(actor, pageArguments(args, WORK_CURSOR));
  }

  @ResolveField(() => OwedConnection, { complexity: costsAStatement, description: 'Where somebody waits for a word of theirs: one post of each open thread, the latest first.' })
  owed(@Args() args: PagesArgs, @Context() { actor }: GraphqlContext): Promise<OwedConnection> {
    return this.reader.owed(actor, pageArguments(args, OWED_CURSOR));
  }

  @ResolveField(() => ThreadConnection, { complexity: costsAStatement, description: 'For staff: service notices that last longer than was expected, the most overdue first. Empty for others.' })
  overdueNotices(@Args() args: PagesArgs, @Context() { actor }: GraphqlContext): Promise<ThreadConnection> {
    return this.reader.overdueNotices(actor, pageArguments(args, WORK_CURSOR));
  }
}

@Resolver(() => Member)
export class MemberWorkResolver {
  constructor(private readonly reader: WorkReader) {}

  @ResolveField(() => Work, { nullable: true, complexity: costsAStatement, description: 'What waits for oneself; null on other members.' })
  work(@Parent() { id }: Member, @CurrentActor() actor: Actor): Promise<Work> | null {
    return actor.id !== null && id === encodeId('member', actor.id) ? this.reader.counts(actor) : null;
  }
}

@Resolver(() => Thread)
export class ClaimResolver {
  constructor(private readonly claims: ClaimService) {}

  @Access('member')
  @Mutation(() => ThreadPayload, { description: 'Says that one is on a question, for ten minutes. Others see it and may answer all the same. Saying so again begins the time anew.' })
  claimQuestion(@CurrentActor() actor: Actor, @Input() input: ClaimQuestionInput): Promise<{ threadKey: string }> {
    return this.claims.claim(actor, input);
  }

  @Access('member')
  @Mutation(() => ThreadPayload, { description: 'Gives a question back that one is on. Saying so twice is fine.' })
  unclaimQuestion(@CurrentActor() actor: Actor, @Input() input: ClaimQuestionInput): Promise<{ threadKey: string }> {
    return this.claims.giveBack(actor, input);
  }

  @ResolveField(() => QuestionClaim, { nullable: true, description: 'Who is on it: about to answer. Null where nobody is.' })
  claim(@Parent() thread: ThreadRow): QuestionClaim | null {
    return thread.claim;
  }
}

@Resolver()
export class DismissalResolver {
  constructor(private readonly dismissals: DismissalService) {}

  @Access('member')
  @Mutation(() => PostPayload, { description: 'Takes a post, and what waits in its thread before it, out of `Work.owed`, or puts it back. What comes later waits anew. Asking twice is fine; nobody is told.' })
  dismissOwed(@CurrentActor() actor: Actor, @Input() input: DismissOwedInput): Promise<Written> {
    return this.dismissals.dismiss(actor, input);
  }
}
