import { Injectable } from '@nestjs/common';
import { THREAD_KINDS, type ThreadKind } from '#forum';
import type { Language } from '#platform/access';
import { cleanText } from '#platform/content';
import { Database } from '#platform/database';
import type { ThreadState } from './thread.states.js';

/** What search is narrowed by, one value of each. */
export const FACETS = ['category', 'tag', 'state', 'kind', 'language'] as const;
export type Facet = (typeof FACETS)[number];

/** What there is to find: threads, and what the company made of them. */
export const KINDS = [...Object.values(THREAD_KINDS), 'article', 'faq'] as const satisfies readonly string[];
export type SearchKind = ThreadKind | 'article' | 'faq';

/** What the reader narrows the search to, as they say it. */
export interface Narrowing {
  category?: string | undefined;
  tag?: string | undefined;
  solved?: boolean | undefined;
  state?: ThreadState | undefined;
  kind?: SearchKind | undefined;
  language?: Language | undefined;
}

/** The same by keys, as both sources of candidates take it. */
export interface SearchFilter {
  categoryIds: number[] | null;
  tagId: number | null;
  solved: boolean | null;
  state: ThreadState | null;
  kind: SearchKind | null;
  language: Language | null;
}

const UNKNOWN_TAG = 0; // no tag has this key
export const EVERYWHERE: SearchFilter = { categoryIds: null, tagId: null, solved: null, state: null, kind: null, language: null };

/** Whether a category or tag that does not exist was named: then nothing is found. */
export function isNowhere({ categoryIds, tagId }: SearchFilter): boolean {
  return categoryIds?.length === 0 || tagId === UNKNOWN_TAG;
}

/** Whether nothing is narrowed. */
export function isEverywhere(filter: SearchFilter): boolean {
  return Object.values(filter).every((value) => value === null);
}

/** The same without what it says of one facet. */
export function without(filter: SearchFilter, facet: Facet): SearchFilter {
  return { ...filter, [facet === 'category' ? 'categoryIds' : facet === 'tag' ? 'tagId' : facet]: null };
}

/** Names to keys at the time of the search: categories move and tags are renamed, and no thread need be indexed again for that. */
@Injectable()
export class SearchFilters {
  constructor(private readonly db: Database) {}

  async resolve({ category, tag, solved, state, kind, language }: Narrowing): Promise<SearchFilter> {
    const categoryIds = category === undefined ? null : await this.categories(category);
    const tagId = tag === undefined ? null : await this.tag(tag);
    return { categoryIds, tagId, solved: solved ?? null, state: state ?? null, kind: kind ?? null, language: language ?? null };
  }

  /** The category and those below it. */
  private async categories(slug: string): Promise<number[]> {
    if (cleanText(slug) === null) return []; // PostgreSQL could not even be asked
    const rows = await this.db.query<{ id: number }>(
      `with recursive below as (select id from category where slug = $1 union select c.id from category c join below on c.parent_id = below.id)
       select id::int from below`,
      [slug],
    );
    return rows.map((row) => row.id);
  }

  private async tag(name: string): Promise<number> {
    if (cleanText(name) === null) return UNKNOWN_TAG;
    return (await this.db.one<{ id: number }>('select id::int from tag where name = $1', [name]))?.id ?? UNKNOWN_TAG;
  }
}
