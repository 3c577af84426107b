import { Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Access, type Actor, WhileSuspended } from '#platform/access';
import { CurrentActor, Input } from '#platform/graphql';
import { DecisionReader } from '../decisions/decision.reader.js';
import { Decision } from '../decisions/decision.type.js';
import { AppealService } from './appeal.service.js';
import { AppealInput, AppealPayload } from './appeal.type.js';

@Resolver(() => AppealPayload)
export class AppealResolver {
  constructor(
    private readonly service: AppealService,
    private readonly reader: DecisionReader,
  ) {}

  @Access('member')
  @WhileSuspended()
  @Mutation(() => AppealPayload, { description: 'Says against a decision about oneself why it is wrong: once, within 180 days. Somebody else decides, within 72 hours. Twice is fine.' })
  async appeal(@CurrentActor() actor: Actor, @Input() input: AppealInput): Promise<{ decisionKey: string }> {
    return { decisionKey: await this.service.appeal(actor, input) };
  }

  @ResolveField(() => Decision, { nullable: true, description: 'The decision; null where nothing was done.' })
  decision(@Parent() { decisionKey }: AppealPayload, @CurrentActor() actor: Actor): Promise<Decision | null> | null {
    return decisionKey ? this.reader.seen(actor, decisionKey) : null;
  }
}
