import { Args, Context, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Member, MemberReader } from '#accounts';
import { Post, PostReader } from '#forum';
import { Access, type Actor } from '#platform/access';
import { decodeId } from '#platform/database';
import { costsAStatement, CurrentActor, type GraphqlContext, Input, loaderOf, pageArguments } from '#platform/graphql';
import { DecisionReader } from '../decisions/decision.reader.js';
import { Decision } from '../decisions/decision.type.js';
import { Flag } from '../flags/flag.type.js';
import { SanctionReader } from '../sanctions/sanction.reader.js';
import { Sanction } from '../sanctions/sanction.type.js';
import { REVIEW_CURSOR, ReviewReader } from './review.reader.js';
import { ReviewService } from './review.service.js';
import { AuthorRecord, DecideReviewInput, EarlierDecision, ReviewItem, ReviewItemConnection, ReviewPayload, ReviewQueueArgs, TakeReviewInput } from './review.type.js';

@Resolver(() => ReviewItem)
export class ReviewItemResolver {
  constructor(
    private readonly reader: ReviewReader,
    private readonly posts: PostReader,
    private readonly decisions: DecisionReader,
    private readonly sanctions: SanctionReader,
    private readonly members: MemberReader,
  ) {}

  @Access('superUser')
  @Query(() => ReviewItemConnection, { description: 'Reported posts that wait for a decision: what has waited longest and weighs most first. What one wrote oneself is not among them.' })
  reviewQueue(@CurrentActor() actor: Actor, @Args() args: ReviewQueueArgs): Promise<ReviewItemConnection> {
    return this.reader.queue(actor, args, pageArguments(args, REVIEW_CURSOR));
  }

  @Access('superUser')
  @Query(() => Int, { description: 'How many reported posts wait; counted up to 100.' })
  reviewCount(@CurrentActor() actor: Actor): Promise<number> {
    return this.reader.count(actor);
  }

  @Access('superUser')
  @Query(() => ReviewItem, { nullable: true, description: 'A reported post, decided or not; null where there is none.' })
  async reviewItem(@Args('id', { type: () => ID, description: 'rev_ and a number.' }) id: string): Promise<ReviewItem | null> {
    const key = decodeId('review', id);
    return key && this.reader.byKey(key);
  }

  @ResolveField(() => Post, { nullable: true, description: 'The post, or the one that an appeal is about. Null where there is none.' })
  async post(@Parent() { postKey }: ReviewItem, @Context() context: GraphqlContext): Promise<Post | null> {
    return postKey === null ? null : loaderOf<string, Post>(context, 'post', (all, actor) => this.posts.byIds(actor, all)).load(postKey);
  }

  @ResolveField(() => [Flag], { description: 'Who reported it, and why.' })
  async flags(@Parent() { key }: ReviewItem, @Context() context: GraphqlContext): Promise<Flag[]> {
    return (await loaderOf<string, Flag[]>(context, 'flags', (all) => this.reader.flags(all)).load(key)) ?? [];
  }

  @ResolveField(() => Decision, { nullable: true, complexity: costsAStatement, description: 'Of an appeal: the decision it is against, and what the member says. Null of everything else.' })
  decision(@Parent() { entryKey }: ReviewItem, @CurrentActor() actor: Actor): Promise<Decision | null> | null {
    return entryKey ? this.decisions.seen(actor, entryKey) : null;
  }

  @ResolveField(() => Sanction, { nullable: true, complexity: costsAStatement, description: 'The longer suspension that is asked for, or the sanction that an appeal is against. Null of everything else.' })
  sanction(@Parent() { renewalKey }: ReviewItem): Promise<Sanction | null> | null {
    return renewalKey ? this.sanctions.byKey(renewalKey) : null;
  }

  @ResolveField(() => Member, { nullable: true, description: 'Who appeals, or whose suspension is to be longer. Null of a post.' })
  async member(@Parent() { memberKey }: ReviewItem, @Context() context: GraphqlContext): Promise<Member | null> {
    return memberKey === null ? null : loaderOf<string, Member>(context, 'member', (all) => this.members.byIds(all)).load(memberKey);
  }

  @ResolveField(() => [EarlierDecision], { complexity: costsAStatement, description: 'What was decided about the same post before, the latest first; at most 5.' })
  earlier(@Parent() item: ReviewItem): Promise<EarlierDecision[]> {
    return this.reader.earlier(item);
  }

  @ResolveField(() => AuthorRecord, { complexity: costsAStatement, description: 'What was decided about other posts of the same author.' })
  async record(@Parent() { postKey }: ReviewItem): Promise<AuthorRecord> {
    return (postKey && (await this.reader.records([postKey])).get(postKey)) || { fine: 0, hidden: 0, deleted: 0 };
  }
}

@Resolver(() => ReviewPayload)
export class ReviewResolver {
  constructor(
    private readonly reader: ReviewReader,
    private readonly service: ReviewService,
  ) {}

  @Access('superUser')
  @Mutation(() => ReviewPayload, { description: 'Takes the next reported post that nobody looks at, for ten minutes; what one had taken before is free again. No item where nothing waits.' })
  async takeReview(@CurrentActor() actor: Actor, @Input() input: TakeReviewInput): Promise<{ itemKey: string | null }> {
    return { itemKey: await this.service.take(actor, input) };
  }

  @Access('superUser')
  @Mutation(() => ReviewPayload, { description: 'Decides about a reported post. Its author is told what and why.' })
  async decideReview(@CurrentActor() actor: Actor, @Input() input: DecideReviewInput): Promise<{ itemKey: string }> {
    return { itemKey: await this.service.decide(actor, input) };
  }

  @ResolveField(() => ReviewItem, { nullable: true, complexity: costsAStatement, description: 'The item; null where nothing was done, and where nothing waits.' })
  item(@Parent() { itemKey }: ReviewPayload): Promise<ReviewItem | null> | null {
    return itemKey ? this.reader.byKey(itemKey) : null;
  }
}
