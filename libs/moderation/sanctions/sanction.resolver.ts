import { Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Member, MemberPayload } from '#accounts';
import { Access, type Actor } from '#platform/access';
import { decodeId } from '#platform/database';
import { costsAStatement, CurrentActor, Input } from '#platform/graphql';
import { SanctionReader } from './sanction.reader.js';
import { SanctionService } from './sanction.service.js';
import { LADDER } from './sanction.steps.js';
import { LiftSanctionInput, Sanction, SanctionMemberInput, SanctionRung } from './sanction.type.js';

@Resolver(() => Member)
export class SanctionResolver {
  constructor(
    private readonly reader: SanctionReader,
    private readonly service: SanctionService,
  ) {}

  @ResolveField(() => [Sanction], { nullable: true, complexity: costsAStatement, description: 'What was done about the member, the latest first; at most 50. Null for all but those who keep order.' })
  sanctions(@Parent() { id }: Member, @CurrentActor() actor: Actor): Promise<Sanction[]> | null {
    return actor.isSuperUser ? this.reader.of(decodeId('member', id)!) : null;
  }

  @ResolveField(() => SanctionRung, { nullable: true, complexity: costsAStatement, description: 'What would be the next step about the member, after what was done in the last year. Null for all but those who keep order.' })
  nextSanction(@Parent() { id }: Member, @CurrentActor() actor: Actor): Promise<SanctionRung> | null {
    return actor.isSuperUser ? this.reader.next(decodeId('member', id)!) : null;
  }

  @Access('everyone')
  @Query(() => [SanctionRung], { description: 'The steps that sanctions go up, the mildest first.' })
  sanctionLadder(): readonly SanctionRung[] {
    return LADDER;
  }

  @Access('superUser')
  @Mutation(() => MemberPayload, { description: 'Gives a notice, silences or suspends a member. They are told what, why, until when, and how to appeal. Whoever is suspended already: a second member of staff has to confirm it.' })
  async sanctionMember(@CurrentActor() actor: Actor, @Input() input: SanctionMemberInput): Promise<{ memberKey: string }> {
    return { memberKey: await this.service.impose(actor, input) };
  }

  @Access('superUser')
  @Mutation(() => MemberPayload, { description: 'Ends a sanction now: staff, or whoever imposed it. The member is told. Twice is fine.' })
  async liftSanction(@CurrentActor() actor: Actor, @Input() input: LiftSanctionInput): Promise<{ memberKey: string }> {
    return { memberKey: await this.service.lift(actor, input) };
  }
}
