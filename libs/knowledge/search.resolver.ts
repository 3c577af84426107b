import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Access, type Actor } from '#platform/access';
import { CurrentActor, pageArguments } from '#platform/graphql';
import { SearchService } from './search.service.js';
import { SearchArgs, SearchHit, SearchResults, SuggestArgs, Suggestions } from './search.type.js';

@Resolver(() => SearchHit)
export class SearchResolver {
  constructor(private readonly service: SearchService) {}

  @Access('everyone')
  @Query(() => SearchResults, { description: 'Threads that answer a question or match some words.' })
  search(@Args() args: SearchArgs, @CurrentActor() actor: Actor): Promise<SearchResults> {
    const { text, category, tag, solved } = args;
    const given = { category: category ?? undefined, tag: tag ?? undefined, solved: solved ?? undefined };
    return this.service.search(actor, { text, ...given }, pageArguments({ first: args.first, after: args.after }, ['number']));
  }

  @Access('everyone')
  @Query(() => Suggestions, { description: 'What may already answer a question that is being written.' })
  suggest(@Args() { text, first }: SuggestArgs, @CurrentActor() actor: Actor): Promise<Suggestions> {
    return this.service.suggest(actor, text, first);
  }

  @ResolveField(() => Boolean, { description: 'Whether it has an accepted or an official answer.' })
  solved(@Parent() { thread }: SearchHit): boolean {
    return thread.solved;
  }

  @ResolveField(() => Boolean, { description: 'Whether it has an official answer.' })
  official(@Parent() { thread }: SearchHit): boolean {
    return thread.hasOfficial;
  }
}
