import { Args, ArgsType, Context, Field, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { IsEnum } from 'class-validator';
import { Member } from '#accounts';
import { Access, type Actor, WhileSuspended } from '#platform/access';
import { decodeId } from '#platform/database';
import { CurrentActor, type GraphqlContext, Input, loaderOf, PagesArgs, pageArguments } from '#platform/graphql';
import { Category } from '../category/category.type.js';
import { Tag } from '../tag/tag.type.js';
import { FOLLOWED_CURSOR, FollowReader } from './follow.reader.js';
import { FollowService } from './follow.service.js';
import { Followable, FollowedConnection, FollowInput, FollowKind, FollowPayload, FollowViewer } from './follow.type.js';

@ArgsType()
class FollowedArgs extends PagesArgs {
  @Field(() => FollowKind, { description: 'Of which kind.' })
  @IsEnum(FollowKind)
  kind: FollowKind;
}

@Resolver(() => FollowPayload)
export class FollowResolver {
  constructor(
    private readonly following: FollowService,
    private readonly reader: FollowReader,
  ) {}

  @Access('member')
  @WhileSuspended()
  @Mutation(() => FollowPayload, { description: 'Follows a thread, a category, a tag or a member, or no longer. At most 2,000. Asking twice is fine.' })
  follow(@CurrentActor() actor: Actor, @Input() input: FollowInput) {
    return this.following.follow(actor, input);
  }

  @Access('member')
  @Query(() => FollowedConnection, { description: 'What the one who asks follows: threads by their latest activity, the rest by when they were followed, the latest first.' })
  followed(@Args() args: FollowedArgs, @CurrentActor() actor: Actor): Promise<FollowedConnection> {
    return this.reader.list(actor, args.kind, pageArguments(args, FOLLOWED_CURSOR));
  }

  @ResolveField(() => Followable, { nullable: true, description: 'The thread, category, tag or member; null where nothing was done.' })
  async target(@Parent() { kind, targetKey }: FollowPayload, @CurrentActor() actor: Actor): Promise<object | null> {
    return kind && targetKey ? ((await this.reader.rows(actor, kind, [targetKey])).get(targetKey) ?? null) : null;
  }
}

/** Whether the one who asks follows it: one statement for all of a page. */
function isFollowed(reader: FollowReader, context: GraphqlContext, kind: FollowKind, key: string | null): Promise<boolean> | false {
  const { actor } = context;
  if (actor.id === null || key === null) return false;
  return loaderOf<string, true>(context, `followed:${kind}`, (keys) => reader.followed(actor.memberId, kind, keys)).load(key).then((found) => found ?? false);
}

@Resolver(() => Category)
export class CategoryFollowingResolver {
  constructor(private readonly reader: FollowReader) {}

  @ResolveField(() => FollowViewer, { description: 'How the one who asks stands to it.' })
  async viewer(@Parent() { id }: Category, @Context() context: GraphqlContext): Promise<FollowViewer> {
    return { following: await isFollowed(this.reader, context, FollowKind.category, decodeId('category', id)) };
  }
}

@Resolver(() => Tag)
export class TagFollowingResolver {
  constructor(private readonly reader: FollowReader) {}

  @ResolveField(() => FollowViewer, { description: 'How the one who asks stands to it.' })
  async viewer(@Parent() { id }: Tag, @Context() context: GraphqlContext): Promise<FollowViewer> {
    return { following: await isFollowed(this.reader, context, FollowKind.tag, decodeId('tag', id)) };
  }
}

@Resolver(() => Member)
export class MemberFollowingResolver {
  constructor(private readonly reader: FollowReader) {}

  @ResolveField(() => FollowViewer, { description: 'How the one who asks stands to them.' })
  async viewer(@Parent() { id }: Member, @Context() context: GraphqlContext): Promise<FollowViewer> {
    return { following: await isFollowed(this.reader, context, FollowKind.member, decodeId('member', id)) };
  }
}
