import { Context, Field, GraphQLISODateTime, InputType, Int, Mutation, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Thread, ThreadReader } from '#forum';
import { Access, type Actor } from '#platform/access';
import { Database } from '#platform/database';
import { costsAStatement, CurrentActor, type GraphqlContext, Input, loaderOf, MutationInput, Payload } from '#platform/graphql';
import { EntryReader } from '../entries/entry.reader.js';
import { KnowledgeEntry } from '../entries/entry.type.js';

@ObjectType({ description: 'Why an FAQ entry was proposed.' })
export class Proposal {
  @Field(() => Int, { description: 'How often it was asked: in threads, merged ones too, by "I have this problem too", by those who opened one of them while asking, and in searches in vain within 30 days.' })
  asked: number;

  @Field(() => Int, { description: 'By how many people; guests as far as they can be told apart.' })
  people: number;

  @Field(() => Int, { description: 'So many of them said that one of these threads solved their problem: contacts saved.' })
  saved: number;

  @Field(() => Int, { description: 'How many more vote for these questions than against them: former communities count like this what here is "I have this problem too".' })
  votes: number;

  @Field(() => GraphQLISODateTime, { description: 'When it was asked first.' })
  since: Date;
}

@InputType({ description: 'Nothing but a name for the call.' })
export class ProposeEntriesInput extends MutationInput {}

@ObjectType({ description: 'Whether proposals are looked for now.' })
export class ProposeEntriesPayload extends Payload {}

/** Proposals of the generator, and the order to look for more. */
@Resolver(() => KnowledgeEntry)
export class ProposalResolver {
  constructor(
    private readonly db: Database,
    private readonly reader: EntryReader,
    private readonly threads: ThreadReader,
  ) {}

  @Access('staff')
  @Mutation(() => ProposeEntriesPayload, { description: 'Looks for questions that many ask and that have an answer, and proposes FAQ entries, as each night: within a minute or so they are in entriesToReview. Twice is fine.' })
  async proposeEntries(@Input() { clientMutationId }: ProposeEntriesInput): Promise<object> {
    await this.db.query(`select graphile_worker.add_job('propose-entries', job_key := 'propose-entries', max_attempts := 3)`);
    return { clientMutationId };
  }

  @ResolveField(() => Proposal, { nullable: true, description: 'Why it was proposed. For super users and staff; null for others, and where a person began it.' })
  proposal(@Parent() { proposed }: KnowledgeEntry, @CurrentActor() actor: Actor): Proposal | null {
    return actor.isSuperUser && proposed ? { ...proposed, votes: proposed.votes ?? 0, since: new Date(proposed.since) } : null;
  }

  @ResolveField(() => [Thread], { complexity: costsAStatement, description: 'Threads that ask what it answers, at most 20, as far as the one who asks sees them.' })
  async questions(@Parent() { key }: KnowledgeEntry, @Context() context: GraphqlContext): Promise<Thread[]> {
    const threads = await this.threads.byIds(context.actor, (await loaderOf<string, string[]>(context, 'entryQuestions', (keys) => this.reader.questions(keys)).load(key)) ?? []);
    return [...threads.values()];
  }
}
