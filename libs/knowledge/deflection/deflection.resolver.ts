import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Thread, ThreadReader } from '#forum';
import { Access, type Actor } from '#platform/access';
import { decodeId } from '#platform/database';
import { badArguments, costsAStatement, CurrentActor, type GraphqlContext, Input, pageArguments } from '#platform/graphql';
import { EntryReader } from '../entries/entry.reader.js';
import { KnowledgeEntry } from '../entries/entry.type.js';
import { ASKED_CURSOR, DEFLECTED_CURSOR, DeflectionReader } from './deflection.reader.js';
import { DeflectionService } from './deflection.service.js';
import { AskedAfterAllInput, AskedAsArgs, AskedWordsConnection, DeflectionPayload, Deflections, DeflectionsArgs, OpenedWhileAskingInput, StrikeWordingInput, StrikeWordingPayload } from './deflection.type.js';

const LONGEST_MS = 366 * 24 * 60 * 60 * 1_000; // a year: what is counted is read

@Resolver(() => DeflectionPayload)
export class DeflectionResolver {
  constructor(
    private readonly service: DeflectionService,
    private readonly reader: DeflectionReader,
    private readonly threads: ThreadReader,
    private readonly entries: EntryReader,
  ) {}

  @Access('everyone')
  @Mutation(() => DeflectionPayload, { description: 'Says that a thread or a knowledge entry which one opened while asking, or from a search, solved one’s problem. It counts once a person and day; a guest’s word counts here, and nowhere else. Of an entry it is also the word that it helped (`rateEntry`).' })
  solvedMyProblem(@CurrentActor() actor: Actor, @Input() input: OpenedWhileAskingInput): Promise<DeflectionPayload> {
    return this.service.solved(actor, input);
  }

  @Access('everyone')
  @Mutation(() => DeflectionPayload, { description: 'Tells that somebody has opened a thread or a knowledge entry while asking, or from a search, and left it without a word: likely it helped. What they say later counts instead.' })
  openedWhileAsking(@CurrentActor() actor: Actor, @Input() input: OpenedWhileAskingInput): Promise<DeflectionPayload> {
    return this.service.opened(actor, input);
  }

  @Access('member')
  @Mutation(() => DeflectionPayload, { description: 'Tells that a thread or a knowledge entry which one had opened while asking did not help: one’s question was posted after all.' })
  askedAfterAll(@CurrentActor() actor: Actor, @Input() input: AskedAfterAllInput): Promise<DeflectionPayload> {
    return this.service.askedAfterAll(actor, input);
  }

  @Access('staff')
  @Query(() => Deflections, { description: 'What became of those who were about to ask, by when they opened what was suggested.' })
  deflections(@CurrentActor() actor: Actor, @Args() args: DeflectionsArgs): Promise<Deflections> {
    if (args.to <= args.from || args.to.getTime() - args.from.getTime() > LONGEST_MS) throw badArguments('to comes after from, by a year at most');
    return this.reader.within(actor, args.from, args.to, pageArguments(args, DEFLECTED_CURSOR));
  }

  @Access('staff')
  @Query(() => AskedWordsConnection, { description: 'The words with which people came while they were about to ask, the latest first; to one thread or entry, or to all.' })
  askedAs(@CurrentActor() actor: Actor, @Args() args: AskedAsArgs): Promise<AskedWordsConnection> {
    const of = args.threadId != null ? { threadKey: decodeId('thread', args.threadId) } : args.entryId != null ? { entryKey: decodeId('entry', args.entryId) } : {};
    return this.reader.askedAs(actor, of, args.outcome ?? null, pageArguments(args, ASKED_CURSOR));
  }

  @Access('staff')
  @Mutation(() => StrikeWordingPayload, { description: 'Takes the words away with which somebody came: search does not know them any more. What became of it is still counted. Twice is fine.' })
  async strikeWording(@Input() { wordingId }: StrikeWordingInput): Promise<StrikeWordingPayload> {
    return { wordingId: await this.service.strike(wordingId) };
  }

  @ResolveField(() => Thread, { nullable: true, complexity: costsAStatement, description: 'The thread; null where it was a knowledge entry, or nothing was done.' })
  async thread(@Context() { actor }: GraphqlContext, @Parent() { threadKey }: DeflectionPayload): Promise<Thread | null> {
    return threadKey ? ((await this.threads.byIds(actor, [threadKey])).get(threadKey) ?? null) : null;
  }

  @ResolveField(() => KnowledgeEntry, { nullable: true, complexity: costsAStatement, description: 'The knowledge entry; null where it was a thread, or nothing was done.' })
  async entry(@Context() { actor }: GraphqlContext, @Parent() { entryKey }: DeflectionPayload): Promise<KnowledgeEntry | null> {
    return entryKey ? ((await this.entries.byIds(actor, [entryKey])).get(entryKey) ?? null) : null;
  }
}
