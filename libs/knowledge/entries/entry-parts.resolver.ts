import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Member } from '#accounts';
import { COST_OF_A_DIFF, permissionOf, Post, PostReader, type Segment, TextSegment, Thread, type ThreadRow, ThreadReader, wordDiff } from '#forum';
import { Access, type Actor } from '#platform/access';
import { decodeId } from '#platform/database';
import { costsAStatement, CurrentActor, type GraphqlContext, loaderOf, pageArguments, PagesArgs } from '#platform/graphql';
import { type EntryFacts, canArchive, canEditEntry, canPublish, canRate, canReject } from './entry.policy.js';
import { EntryReader, VERSION_CURSOR } from './entry.reader.js';
import { EntryArgs } from './entry.inputs.js';
import { ReviewReason } from './entry.sets.js';
import { EntrySource, EntryVersionConnection, EntryViewer, GoneEntry, KnowledgeEntry, SourceUpdate, WaitingEdit } from './entry.type.js';
import { SourceVersions } from './source.versions.js';

/** What belongs to an entry, for those who ask for it; how it is worked on, for those who do. */
@Resolver(() => KnowledgeEntry)
export class EntryPartsResolver {
  constructor(
    private readonly reader: EntryReader,
    private readonly posts: PostReader,
    private readonly threads: ThreadReader,
    private readonly sourceVersions: SourceVersions,
  ) {}

  @ResolveField(() => [EntrySource], { description: 'The answers it was made from, as far as the one who asks sees them.' })
  async sources(@Parent() { key }: KnowledgeEntry, @Context() context: GraphqlContext): Promise<EntrySource[]> {
    const keys = (await loaderOf<string, { postKey: string; threadKey: string }[]>(context, 'entrySources', (all) => this.reader.sources(all)).load(key)) ?? [];
    const found = await Promise.all(keys.map(async ({ postKey, threadKey }) => {
      const [post, thread] = await Promise.all([
        loaderOf<string, Post>(context, 'post', (all, actor) => this.posts.byIds(actor, all)).load(postKey),
        loaderOf<string, Thread>(context, 'thread', (all, actor) => this.threads.byIds(actor, all)).load(threadKey),
      ]);
      return post && thread ? [{ post, thread }] : [];
    }));
    return found.flat();
  }

  @ResolveField(() => [KnowledgeEntry], { complexity: costsAStatement, description: 'The same in other languages.' })
  translations(@Parent() entry: KnowledgeEntry, @CurrentActor() actor: Actor): Promise<KnowledgeEntry[]> {
    return this.reader.translations(actor, entry);
  }

  @ResolveField(() => [KnowledgeEntry], { complexity: costsAStatement, description: 'Up to five others in its language that say something alike, the likest first; compared every ten minutes.' })
  related(@Parent() { key }: KnowledgeEntry): Promise<KnowledgeEntry[]> {
    return this.reader.related(key);
  }

  @ResolveField(() => EntryVersionConnection, { nullable: true, complexity: costsAStatement, description: 'The versions that everyone could read, the latest first. For super users and staff; null for others.' })
  async versions(@Parent() { key }: KnowledgeEntry, @Args() args: PagesArgs, @CurrentActor() actor: Actor): Promise<EntryVersionConnection | null> {
    return actor.isSuperUser ? this.reader.versions(key, pageArguments(args, VERSION_CURSOR)) : null;
  }

  @ResolveField(() => Member, { nullable: true, description: 'Who answers for it. For super users and staff; null for others, and where nobody does.' })
  owner(@Parent() { ownerMember }: KnowledgeEntry, @CurrentActor() actor: Actor): Member | null {
    return actor.isSuperUser ? ownerMember : null;
  }

  @ResolveField(() => [ReviewReason], { description: 'Why somebody has to look at it again. For super users and staff; empty for others.' })
  reviewReasons(@Parent() { reasons }: KnowledgeEntry, @CurrentActor() actor: Actor): ReviewReason[] {
    return actor.isSuperUser ? reasons : [];
  }

  @ResolveField(() => Date, { nullable: true, description: 'When the next review is due. For super users and staff; null for others, and before it is published.' })
  reviewDueAt(@Parent() { reviewDue }: KnowledgeEntry, @CurrentActor() actor: Actor): Date | null {
    return actor.isSuperUser ? reviewDue : null;
  }

  @ResolveField(() => WaitingEdit, { nullable: true, description: 'A change that is not published yet. For staff and its owner; null for others.' })
  waiting(@Parent() { waitingEdit, ownerId, title, source }: KnowledgeEntry, @CurrentActor() actor: Actor): WaitingEdit | null {
    return waitingEdit && (actor.isStaff || actor.is(ownerId)) ? { ...waitingEdit, before: { title, source } } : null;
  }

  @ResolveField(() => SourceUpdate, { nullable: true, complexity: costsAStatement, description: 'What waits, or else its text, with what its answers say now. For staff and its owner; null for others, and where nothing has changed.' })
  async sourceUpdate(@Parent() { key, source, language, waitingEdit, ownerId }: KnowledgeEntry, @CurrentActor() actor: Actor): Promise<SourceUpdate | null> {
    return actor.isStaff || (actor.isSuperUser && actor.is(ownerId)) ? this.sourceVersions.update({ key, text: waitingEdit?.source ?? source, language }) : null;
  }

  @ResolveField(() => String, { nullable: true, description: 'Why it was rejected. For staff and its owner; null for others.' })
  rejectedBecause(@Parent() { rejectedReason, ownerId }: KnowledgeEntry, @CurrentActor() actor: Actor): string | null {
    return actor.isStaff || actor.is(ownerId) ? rejectedReason : null;
  }

  @ResolveField(() => EntryViewer, { description: 'How the one who asks stands to it.' })
  async viewer(@Parent() entry: KnowledgeEntry, @Context() context: GraphqlContext): Promise<EntryViewer> {
    const { actor } = context;
    const rated = actor.isMember ? await loaderOf<string, boolean>(context, 'entryRated', (keys) => this.reader.rated(actor, keys)).load(entry.key) : null;
    const facts: EntryFacts = { ...entry, isMerged: entry.mergedKey !== null };
    const may = (rule: (actor: Actor, facts: EntryFacts) => ReturnType<typeof canEditEntry>) => permissionOf(rule(actor, facts), actor.language);
    return { canEdit: may(canEditEntry), canPublish: may(canPublish), canReject: may(canReject), canArchive: may(canArchive), canRate: may(canRate), rated: rated ?? null };
  }
}

/** What a thread has become. */
@Resolver(() => Thread)
export class ThreadKnowledgeResolver {
  constructor(private readonly reader: EntryReader) {}

  @ResolveField(() => [KnowledgeEntry], { description: 'Articles and FAQ entries that were made from its answers, as far as the one who asks reads them.' })
  async knowledge(@Parent() thread: ThreadRow, @Context() context: GraphqlContext): Promise<KnowledgeEntry[]> {
    if (!thread.hasKnowledge) return [];
    return (await loaderOf<string, KnowledgeEntry[]>(context, 'threadKnowledge', (keys, actor) => this.reader.ofThreads(actor, keys)).load(thread.key)) ?? [];
  }
}

/** What a change that waits does to what everyone reads. */
@Resolver(() => WaitingEdit)
export class WaitingEditResolver {
  @ResolveField(() => [TextSegment], { complexity: COST_OF_A_DIFF, description: 'What becomes of the text, word by word.' })
  changes(@Parent() { before, source }: WaitingEdit): Segment[] {
    return wordDiff(before!.source, source);
  }

  @ResolveField(() => [TextSegment], { nullable: true, description: 'What becomes of the title; null where it stays.' })
  titleChanges(@Parent() { before, title }: WaitingEdit): Segment[] | null {
    return before!.title === title ? null : wordDiff(before!.title, title);
  }
}

/** Where somebody goes on whom an old address of an entry leads here. */
@Resolver(() => GoneEntry)
export class GoneEntryResolver {
  constructor(
    private readonly reader: EntryReader,
    private readonly threads: ThreadReader,
  ) {}

  @Access('everyone')
  @Query(() => GoneEntry, { nullable: true, description: 'What is left of a knowledge entry that was archived or withdrawn, so that its address can be forgotten. Null where there never was one, where it is read, and where it was never published.' })
  async goneEntry(@Args() { id }: EntryArgs): Promise<GoneEntry | null> {
    const key = decodeId('entry', id);
    return key && this.reader.gone(key);
  }

  @ResolveField(() => Thread, { nullable: true, complexity: costsAStatement, description: 'The question that it answered, which is there still. Null where there is none that the one who asks sees.' })
  async thread(@Parent() { key }: GoneEntry, @CurrentActor() actor: Actor): Promise<ThreadRow | null> {
    const [threadKey] = await this.reader.askedIn(key);
    return threadKey ? ((await this.threads.byIds(actor, [threadKey])).get(threadKey) ?? null) : null;
  }
}
