import { Args, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Access, type Actor, WhileSuspended } from '#platform/access';
import { CurrentActor, Input } from '#platform/graphql';
import { LegalService } from './legal.service.js';
import { AgreementPayload, AgreeToRulesInput, LegalPageName, LegalPagePayload, LegalVersion, PublishLegalPageInput } from './legal.type.js';

@Resolver()
export class LegalResolver {
  constructor(private readonly legal: LegalService) {}

  @Access('everyone')
  @Query(() => LegalVersion, { nullable: true, description: 'A legal page: the version in force, or that with the number; null where it is not written yet.' })
  async legalPage(
    @CurrentActor() actor: Actor,
    @Args('page', { type: () => LegalPageName, description: 'Which.' }) page: LegalPageName,
    @Args('number', { type: () => Int, nullable: true, description: 'Which version; left out: the one in force.' }) number?: number | null,
  ): Promise<LegalVersion | null> {
    return this.legal.version(page, actor.language, number ?? null);
  }

  @Access('admin')
  @Mutation(() => LegalPagePayload, { description: 'Publishes a new version of a legal page; all earlier ones stay to be read.' })
  async publishLegalPage(@CurrentActor() actor: Actor, @Input() input: PublishLegalPageInput): Promise<LegalPagePayload> {
    await this.legal.publish(actor, input);
    return { version: await this.legal.version(input.page, actor.language, null) };
  }

  @Access('member')
  @WhileSuspended()
  @Mutation(() => AgreementPayload, { description: 'Agrees to the house rules in force. Where all members have to, nobody writes before.' })
  async agreeToRules(@CurrentActor() actor: Actor, @Input() input: AgreeToRulesInput): Promise<AgreementPayload> {
    await this.legal.agree(actor, input.number);
    return { agreed: input.number };
  }
}
