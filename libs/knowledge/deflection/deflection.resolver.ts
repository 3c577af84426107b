import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { ThreadPayload } from '#forum';
import { Access, type Actor } from '#platform/access';
import { decodeId } from '#platform/database';
import { badArguments, CurrentActor, Input, pageArguments } from '#platform/graphql';
import { ASKED_CURSOR, DEFLECTED_CURSOR, DeflectionReader } from './deflection.reader.js';
import { DeflectionService } from './deflection.service.js';
import { AskedAfterAllInput, AskedAsArgs, AskedWordsConnection, Deflections, DeflectionsArgs, OpenedWhileAskingInput } from './deflection.type.js';

const LONGEST_MS = 366 * 24 * 60 * 60 * 1_000; // a year: what is counted is read

@Resolver()
export class DeflectionResolver {
  constructor(
    private readonly service: DeflectionService,
    private readonly reader: DeflectionReader,
  ) {}

  @Access('everyone')
  @Mutation(() => ThreadPayload, { description: 'Says that a thread which one opened while asking, or from a search, solved one’s problem. It counts once a person and day; a guest’s word counts here, and nowhere else.' })
  solvedMyProblem(@CurrentActor() actor: Actor, @Input() input: OpenedWhileAskingInput): Promise<{ threadKey: string }> {
    return this.service.solved(actor, input);
  }

  @Access('everyone')
  @Mutation(() => ThreadPayload, { description: 'Tells that somebody has opened a thread while asking, or from a search, and left it without a word: likely it helped. What they say later counts instead.' })
  openedWhileAsking(@CurrentActor() actor: Actor, @Input() input: OpenedWhileAskingInput): Promise<{ threadKey: string }> {
    return this.service.opened(actor, input);
  }

  @Access('member')
  @Mutation(() => ThreadPayload, { description: 'Tells that a thread which one had opened while asking did not help: one’s question was posted after all.' })
  askedAfterAll(@CurrentActor() actor: Actor, @Input() input: AskedAfterAllInput): Promise<{ threadKey: string }> {
    return this.service.askedAfterAll(actor, input);
  }

  @Access('staff')
  @Query(() => Deflections, { description: 'What became of those who were about to ask, by when they opened what was suggested.' })
  deflections(@CurrentActor() actor: Actor, @Args() args: DeflectionsArgs): Promise<Deflections> {
    if (args.to <= args.from || args.to.getTime() - args.from.getTime() > LONGEST_MS) throw badArguments('to comes after from, by a year at most');
    return this.reader.within(actor, args.from, args.to, pageArguments(args, DEFLECTED_CURSOR));
  }

  @Access('staff')
  @Query(() => AskedWordsConnection, { description: 'The words with which people came to a thread while asking, the latest first.' })
  askedAs(@CurrentActor() actor: Actor, @Args() args: AskedAsArgs): Promise<AskedWordsConnection> {
    return this.reader.askedAs(actor, decodeId('thread', args.threadId), args.outcome ?? null, pageArguments(args, ASKED_CURSOR));
  }
}
