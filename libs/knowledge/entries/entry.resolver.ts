import { Args, Context, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Access, type Actor } from '#platform/access';
import { decodeId } from '#platform/database';
import { costsAStatement, CurrentActor, type GraphqlContext, Input, pageArguments } from '#platform/graphql';
import { EntryMergingService } from './entry-merging.service.js';
import { DecideEntryInput, EditEntryInput, EntriesArgs, EntryArgs, FaqArgs, MergeEntriesInput, NewestArgs, PromoteInput, RateEntryInput, RejectEntryInput, ReviewEntriesArgs, SplitEntryInput, WriteEntryInput } from './entry.inputs.js';
import { ENTRY_CURSOR, EntryReader, WAITING_CURSOR } from './entry.reader.js';
import { EntryService } from './entry.service.js';
import { EntryKind } from './entry.sets.js';
import { EntriesWaiting, FaqTopic, KnowledgeAddress, KnowledgeEntry, KnowledgeEntryConnection, KnowledgeEntryPayload } from './entry.type.js';
import { PromotingService } from './promoting.service.js';
import { RatingService } from './rating.service.js';
import { SplittingService } from './splitting.service.js';

@Resolver(() => KnowledgeEntryPayload)
export class EntryResolver {
  constructor(
    private readonly reader: EntryReader,
    private readonly entries: EntryService,
    private readonly promoting: PromotingService,
    private readonly merging: EntryMergingService,
    private readonly splitting: SplittingService,
    private readonly rating: RatingService,
  ) {}

  @Access('everyone')
  @Query(() => KnowledgeEntry, { nullable: true, description: 'A knowledge entry; of one that was merged, the one that stayed. Null where there is none, or none for the one who asks.' })
  async knowledgeEntry(@CurrentActor() actor: Actor, @Args() { id }: EntryArgs): Promise<KnowledgeEntry | null> {
    const key = decodeId('entry', id);
    if (!key) return null;
    const there = (await this.reader.merged(key)) ?? key;
    return (await this.reader.byIds(actor, [there])).get(there) ?? null;
  }

  @Access('everyone')
  @Query(() => KnowledgeEntryConnection, { description: 'Articles and FAQ entries that everyone reads, what most need first.' })
  knowledgeEntries(@Args() args: EntriesArgs): Promise<KnowledgeEntryConnection> {
    return this.reader.list(args, pageArguments(args, ENTRY_CURSOR));
  }

  @Access('everyone')
  @Query(() => [FaqTopic], { complexity: ({ args, childComplexity }: { args: { first?: number }; childComplexity: number }) => 1 + (args.first ?? 5) * childComplexity, description: 'The FAQ: its topics in the order of the site, each with the entries that most need; at most 200 topics.' })
  faq(@Args() { language, first }: FaqArgs): Promise<FaqTopic[]> {
    return this.reader.faq(language ?? null, first);
  }

  @Access('everyone')
  @Query(() => [KnowledgeEntry], { description: 'What of articles and FAQ entries was changed last, for feeds.' })
  newestKnowledge(@Args() { first, language }: NewestArgs): Promise<KnowledgeEntry[]> {
    return this.reader.newest(first, language ?? null);
  }

  @Access('everyone')
  @Query(() => [KnowledgeAddress], { complexity: ({ childComplexity }) => 200 + 100 * childComplexity, description: 'The addresses of all articles and FAQ entries that everyone reads, at most 5,000: for site maps.' })
  knowledgeAddresses(): Promise<KnowledgeAddress[]> {
    return this.reader.addresses();
  }

  @Access('superUser')
  @Query(() => KnowledgeEntryConnection, { description: 'Entries that wait for a decision: what needs review, changes that are not published, drafts, each the oldest first; then proposals, what most need first. Staff see all, super users their own.' })
  entriesToReview(@CurrentActor() actor: Actor, @Args() args: ReviewEntriesArgs): Promise<KnowledgeEntryConnection> {
    return this.reader.waiting(actor, args.state ?? null, pageArguments(args, WAITING_CURSOR));
  }

  @Access('superUser')
  @Query(() => Int, { description: 'How many entries wait for a decision, as entriesToReview lists them; counted up to 100.' })
  entriesToReviewCount(@CurrentActor() actor: Actor): Promise<number> {
    return this.reader.waitingCount(actor);
  }

  @Access('superUser')
  @Query(() => EntriesWaiting, { description: 'How many entries wait for a decision, as entriesToReview lists them, by why.' })
  entriesWaiting(@CurrentActor() actor: Actor): Promise<EntriesWaiting> {
    return this.reader.waitingByWhy(actor);
  }

  @Access('staff')
  @Mutation(() => KnowledgeEntryPayload, { description: 'Makes a draft of an FAQ entry of an accepted or official answer: the thread’s title is the question. Promoted before, the entry that was made then.' })
  async promoteToFaq(@CurrentActor() actor: Actor, @Input() { postId }: PromoteInput) {
    return { entryKey: await this.promoting.promote(actor, EntryKind.faq, postId) };
  }

  @Access('staff')
  @Mutation(() => KnowledgeEntryPayload, { description: 'Makes a draft of an article of an accepted or official answer. Promoted before, the article that was made then.' })
  async promoteToArticle(@CurrentActor() actor: Actor, @Input() { postId }: PromoteInput) {
    return { entryKey: await this.promoting.promote(actor, EntryKind.article, postId) };
  }

  @Access('superUser')
  @Mutation(() => KnowledgeEntryPayload, { description: 'Writes a new article (super users, staff) or FAQ entry (staff), as a draft.' })
  async writeEntry(@CurrentActor() actor: Actor, @Input() input: WriteEntryInput) {
    return { entryKey: await this.entries.write(actor, input) };
  }

  @Access('superUser')
  @Mutation(() => KnowledgeEntryPayload, { description: 'Changes an entry. Of one that was published, the change waits: everyone goes on reading what was published. What was rejected is a draft again.' })
  async editEntry(@CurrentActor() actor: Actor, @Input() input: EditEntryInput) {
    return { entryKey: await this.entries.edit(actor, input) };
  }

  @Access('superUser')
  @Mutation(() => KnowledgeEntryPayload, { description: 'Takes a change back that is not published yet; what everyone reads stays. Twice is fine.' })
  async discardEntryEdit(@CurrentActor() actor: Actor, @Input() input: DecideEntryInput) {
    return { entryKey: await this.entries.discardEdit(actor, input) };
  }

  @Access('staff')
  @Mutation(() => KnowledgeEntryPayload, { description: 'Publishes what waits; where nothing does, says that the entry is still right. The next review is due in 90 days.' })
  async publishEntry(@CurrentActor() actor: Actor, @Input() input: DecideEntryInput) {
    return { entryKey: await this.entries.publish(actor, input) };
  }

  @Access('staff')
  @Mutation(() => KnowledgeEntryPayload, { description: 'Rejects a draft.' })
  async rejectEntry(@CurrentActor() actor: Actor, @Input() input: RejectEntryInput) {
    return { entryKey: await this.entries.reject(actor, input) };
  }

  @Access('staff')
  @Mutation(() => KnowledgeEntryPayload, { description: 'Takes an entry from the site; publishEntry brings it back. Twice is fine.' })
  async archiveEntry(@CurrentActor() actor: Actor, @Input() input: DecideEntryInput) {
    return { entryKey: await this.entries.archive(actor, input) };
  }

  @Access('staff')
  @Mutation(() => KnowledgeEntryPayload, { description: 'Makes one of two entries that say the same. The text is that of the one that stays; sources and what people said of them come together. What waits to be published has to be decided before.' })
  async mergeEntries(@CurrentActor() actor: Actor, @Input() input: MergeEntriesInput) {
    return { entryKey: await this.merging.merge(actor, input) };
  }

  @Access('staff')
  @Mutation(() => KnowledgeEntryPayload, { description: 'Makes two of an entry that answers two questions. The new one is a draft of the same kind, topic and language, with the answers in the threads that go along; where none does, with the same answers. Answers the new one.' })
  async splitEntry(@CurrentActor() actor: Actor, @Input() input: SplitEntryInput) {
    return { entryKey: await this.splitting.split(actor, input) };
  }

  @Access('everyone')
  @Mutation(() => KnowledgeEntryPayload, { description: 'Says whether an entry helped. One word a person, the last one counts; a guest’s once a network and two days.' })
  async rateEntry(@CurrentActor() actor: Actor, @Input() input: RateEntryInput) {
    return { entryKey: await this.rating.rate(actor, input) };
  }

  @ResolveField(() => KnowledgeEntry, { nullable: true, complexity: costsAStatement, description: 'The entry; null where nothing was done, or the one who asks does not read it any more.' })
  async entry(@Context() { actor }: GraphqlContext, @Parent() { entryKey }: KnowledgeEntryPayload): Promise<KnowledgeEntry | null> {
    return entryKey ? ((await this.reader.byIds(actor, [entryKey])).get(entryKey) ?? null) : null;
  }
}
