import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Category, LANGUAGES, Tag } from '#forum';
import type { Language } from '#platform/access';
import { type Facet, FACETS, KINDS, type SearchKind } from './finding/search.filter.js';
import { THREAD_STATES, type ThreadState } from './finding/thread.states.js';

const words = <Word extends string>(all: readonly Word[]) => Object.fromEntries(all.map((word) => [word, word])) as { [W in Word]: W };

export const SEARCH_STATES = words(THREAD_STATES);
registerEnumType(SEARCH_STATES, {
  name: 'SearchState',
  description: 'What has become of a thread.',
  valuesMap: {
    solved: { description: 'It has an accepted or an official answer.' },
    unsolved: { description: 'A question that has neither.' },
    official: { description: 'It has an official answer.' },
  },
});

export const SEARCH_KINDS = words(KINDS);
registerEnumType(SEARCH_KINDS, {
  name: 'SearchKind',
  description: 'What is found.',
  valuesMap: {
    question: { description: 'A question.' },
    discussion: { description: 'A discussion.' },
    idea: { description: 'An idea.' },
    announcement: { description: 'An announcement.' },
    article: { description: 'A knowledge article.' },
    faq: { description: 'An FAQ entry.' },
  },
});

const SEARCH_FACETS = words(FACETS);
registerEnumType(SEARCH_FACETS, {
  name: 'SearchFacet',
  description: 'What a search can be narrowed by.',
  valuesMap: {
    category: { description: 'The category, with those below it.' },
    tag: { description: 'A tag.' },
    state: { description: 'What has become of it.' },
    kind: { description: 'What it is: a question, an article.' },
    language: { description: 'The language it is written in.' },
  },
});

/** A value that a search can be narrowed to. */
export interface FacetCount<Value> {
  value: Value;
  count: number;
  chosen: boolean;
}

@ObjectType({ isAbstract: true })
abstract class Counted {
  @Field(() => Int, { description: 'How many threads one finds after choosing it, all else narrowed as it is. Exact up to a hundred matches or so, about beyond.' })
  count: number;

  @Field(() => Boolean, { description: 'Whether the search is narrowed to it now.' })
  chosen: boolean;
}

@ObjectType({ description: 'A category to narrow to.' })
export class CategoryCount extends Counted {
  @Field(() => Category, { description: 'The category; those below it are counted with it.' })
  value: Category;
}

@ObjectType({ description: 'A tag to narrow to.' })
export class TagCount extends Counted {
  @Field(() => Tag, { description: 'The tag.' })
  value: Tag;
}

@ObjectType({ description: 'A state to narrow to.' })
export class StateCount extends Counted {
  @Field(() => SEARCH_STATES, { description: 'The state.' })
  value: ThreadState;
}

@ObjectType({ description: 'A kind to narrow to.' })
export class KindCount extends Counted {
  @Field(() => SEARCH_KINDS, { description: 'The kind.' })
  value: SearchKind;
}

@ObjectType({ description: 'A language to narrow to.' })
export class LanguageCount extends Counted {
  @Field(() => LANGUAGES, { description: 'The language.' })
  value: Language;
}

@ObjectType({ description: 'What one would find without a choice made.' })
export class WithoutCount {
  @Field(() => SEARCH_FACETS, { description: 'What the search would no longer be narrowed by.' })
  facet: Facet;

  @Field(() => Int, { description: 'How many threads one would find.' })
  count: number;
}

@ObjectType({ description: 'What a search can be narrowed to, counted over what the one who asks may find. Of each one value is chosen: to choose another one replaces it.' })
export class SearchFacets {
  @Field(() => [CategoryCount], { description: 'Categories in the order they are shown; parentId makes them a tree.' })
  categories: CategoryCount[];

  @Field(() => [TagCount], { description: 'The ten tags that most have, and the one chosen.' })
  tags: TagCount[];

  @Field(() => [StateCount], { description: 'Solved, unsolved, official.' })
  states: StateCount[];

  @Field(() => [KindCount], { description: 'Kinds of threads.' })
  kinds: KindCount[];

  @Field(() => [LanguageCount], { description: 'Languages.' })
  languages: LanguageCount[];

  @Field(() => [WithoutCount], { description: 'For each choice made, what one would find without it.' })
  without: WithoutCount[];
}
