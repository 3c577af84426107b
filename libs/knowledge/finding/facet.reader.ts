import { Injectable } from '@nestjs/common';
import { CategoryService, LANGUAGES, TagService } from '#forum';
import type { FacetCount, SearchFacets } from '../facet.type.js';
import type { Count, Matching } from './matching.js';
import { type Facet, FACETS, KINDS, type Narrowing, type SearchFilter, without } from './search.filter.js';
import { THREAD_STATES } from './thread.states.js';

const MOST_TAGS = 10; // those that most have: more are no choice but a list

/** What a search can be narrowed to: each value with what one would find after choosing it. */
@Injectable()
export class FacetReader {
  constructor(
    private readonly categories: CategoryService,
    private readonly tags: TagService,
  ) {}

  async of(count: Count, asked: Narrowing, filter: SearchFilter): Promise<SearchFacets> {
    // a value of a facet is chosen instead of the one chosen now: it is counted without that
    const counted = await Promise.all(FACETS.map((facet) => count(without(filter, facet))));
    const matching = (facet: Facet) => counted[FACETS.indexOf(facet)]!;
    const values = <Value extends string>(facet: Facet, all: readonly Value[], chosen: Value | undefined) =>
      shown(all.map((value) => ({ value, count: matching(facet).values[facet].get(value) ?? 0, chosen: value === chosen })));
    return {
      categories: await this.categoriesOf(matching('category'), asked.category),
      tags: await this.tagsOf(matching('tag'), filter.tagId),
      states: values('state', THREAD_STATES, asked.state),
      kinds: values('kind', KINDS, asked.kind),
      languages: values('language', Object.values(LANGUAGES), asked.language),
      without: FACETS.filter((facet) => asked[facet] !== undefined).map((facet) => ({ facet, count: matching(facet).total })),
    };
  }

  /** A category's threads are those of the categories below it too. */
  private async categoriesOf({ values }: Matching, chosen: string | undefined) {
    const categories = await this.categories.all();
    const parents = new Map(categories.map(({ id, parentId }) => [id, parentId]));
    const counts = new Map<string, number>();
    for (const [key, count] of values.category) {
      for (let id: string | null = `cat_${key}`; id; id = parents.get(id) ?? null) counts.set(id, (counts.get(id) ?? 0) + count);
    }
    return shown(categories.map((value) => ({ value, count: counts.get(value.id) ?? 0, chosen: value.slug === chosen })));
  }

  private async tagsOf({ values }: Matching, chosen: number | null) {
    const most = [...values.tag].sort(([a, m], [b, n]) => n - m || Number(a) - Number(b)).slice(0, MOST_TAGS).map(([key]) => key);
    const keys = chosen && !most.includes(String(chosen)) ? [...most.slice(0, MOST_TAGS - 1), String(chosen)] : most;
    const tags = await this.tags.byIds(keys);
    return shown(keys.flatMap((key) => {
      const value = tags.get(key);
      return value ? [{ value, count: values.tag.get(key) ?? 0, chosen: key === String(chosen) }] : [];
    }));
  }
}

/** What nobody would find anything by is no choice, unless it was made. */
function shown<Value>(counts: FacetCount<Value>[]): FacetCount<Value>[] {
  return counts.filter(({ count, chosen }) => count > 0 || chosen);
}
