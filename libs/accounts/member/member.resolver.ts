import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { Access, type Actor } from '#platform/access';
import { decodeId } from '#platform/database';
import { CurrentActor } from '#platform/graphql';
import { MemberReader } from './member.reader.js';
import { Member } from './member.type.js';

@Resolver(() => Member)
export class MemberResolver {
  constructor(private readonly members: MemberReader) {}

  @Access('everyone')
  @Query(() => Member, { nullable: true, description: 'The member who asks; null for a guest.' })
  async viewer(@CurrentActor() actor: Actor): Promise<Member | null> {
    return actor.id === null ? null : this.members.byId(actor.id);
  }

  @Access('everyone')
  @Query(() => Member, { nullable: true, description: 'A member by id; null where there is none.' })
  async member(@Args('id', { type: () => ID, description: 'mem_ and a number.' }) id: string): Promise<Member | null> {
    const key = decodeId('member', id);
    return key && this.members.byId(key);
  }
}
