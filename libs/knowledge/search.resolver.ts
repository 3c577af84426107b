import { Args, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Access, type Actor } from '#platform/access';
import { CurrentActor, pageArguments } from '#platform/graphql';
import { SearchFacets } from './facet.type.js';
import { SearchService } from './search.service.js';
import { SearchArgs, SearchHit, SearchResults, SuggestArgs, Suggestions } from './search.type.js';

@Resolver(() => SearchHit)
export class SearchResolver {
  constructor(private readonly service: SearchService) {}

  @Access('everyone')
  @Query(() => SearchResults, { description: 'Threads, articles and FAQ entries that answer a question or match some words.' })
  search(@Args() args: SearchArgs, @CurrentActor() actor: Actor): Promise<SearchResults> {
    const { text, category, tag, solved, state, kind, language } = args;
    const given = { category: category ?? undefined, tag: tag ?? undefined, solved: solved ?? undefined, state: state ?? undefined, kind: kind ?? undefined, language: language ?? undefined };
    return this.service.search(actor, { text, ...given }, pageArguments({ first: args.first, after: args.after }, ['number']));
  }

  @Access('everyone')
  @Query(() => Suggestions, { description: 'What may already answer a question that is being written.' })
  suggest(@Args() { text, first }: SuggestArgs, @CurrentActor() actor: Actor): Promise<Suggestions> {
    return this.service.suggest(actor, text, first);
  }

  @ResolveField(() => Boolean, { description: 'Whether it has an accepted or an official answer, or is an entry of the knowledge base.' })
  solved(@Parent() { thread }: SearchHit): boolean {
    return thread?.solved ?? true;
  }

  @ResolveField(() => Boolean, { description: 'Whether it has an official answer, or is an entry of the knowledge base.' })
  official(@Parent() { thread }: SearchHit): boolean {
    return thread?.hasOfficial ?? true;
  }
}

/** What costs a search of its own, for those who ask for it. */
@Resolver(() => SearchResults)
export class SearchCountsResolver {
  @ResolveField('estimatedTotal', () => Int, { description: 'How many match, about; search shows the best hundred.' })
  total(@Parent() results: SearchResults): Promise<number> {
    return results.estimatedTotal();
  }

  @ResolveField('facets', () => SearchFacets, { description: 'What the search can be narrowed to.' })
  facets(@Parent() results: SearchResults): Promise<SearchFacets> {
    return results.facets();
  }
}
