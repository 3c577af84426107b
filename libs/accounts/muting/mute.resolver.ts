import { Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Access, type Actor, WhileSuspended } from '#platform/access';
import { decodeId } from '#platform/database';
import { costsAStatement, CurrentActor, Input } from '#platform/graphql';
import { MemberReader } from '../member/member.reader.js';
import { Member, MemberPayload } from '../member/member.type.js';
import { MuteService } from './mute.service.js';
import { MuteMemberInput } from './mute.type.js';

@Resolver(() => Member)
export class MuteResolver {
  constructor(
    private readonly service: MuteService,
    private readonly members: MemberReader,
  ) {}

  @Access('member')
  @WhileSuspended()
  @Mutation(() => MemberPayload, { description: 'Mutes a member, or reads them again: what they write is folded for oneself, and one is told nothing of it. They do not hear of it. At most 200. Twice is fine.' })
  async muteMember(@CurrentActor() actor: Actor, @Input() input: MuteMemberInput): Promise<{ memberKey: string }> {
    return { memberKey: await this.service.mute(actor, input) };
  }

  @ResolveField(() => [Member], { nullable: true, complexity: costsAStatement, description: 'Whom one has muted; null on other members.' })
  async muted(@Parent() { id }: Member, @CurrentActor() actor: Actor): Promise<Member[] | null> {
    if (!actor.is(decodeId('member', id))) return null;
    return [...(await this.members.byIds(actor.muted)).values()];
  }
}
