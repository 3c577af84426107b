import { Injectable } from '@nestjs/common';
import { cleanText } from '#platform/content';
import { Database } from '#platform/database';

/** What the reader narrows the search to, as they say it. */
export interface Narrowing {
  category?: string | undefined;
  tag?: string | undefined;
  solved?: boolean | undefined;
}

/** The same by keys, as both sources of candidates take it. */
export interface SearchFilter {
  categoryIds: number[] | null;
  tagId: number | null;
  solved: boolean | null;
}

/** Names to keys at the time of the search: categories move and tags are renamed, and no thread need be indexed again for that. */
@Injectable()
export class SearchFilters {
  constructor(private readonly db: Database) {}

  /** Null where the category or tag does not exist: then nothing is found. */
  async resolve({ category, tag, solved }: Narrowing): Promise<SearchFilter | null> {
    if ([category, tag].some((name) => name !== undefined && cleanText(name) === null)) return null; // PostgreSQL could not even be asked
    const categoryIds = category === undefined ? null : await this.categories(category);
    const tagId = tag === undefined ? null : await this.tag(tag);
    if (categoryIds?.length === 0 || tagId === undefined) return null;
    return { categoryIds, tagId, solved: solved ?? null };
  }

  /** The category and those below it. */
  private async categories(slug: string): Promise<number[]> {
    const rows = await this.db.query<{ id: number }>(
      `with recursive below as (select id from category where slug = $1 union select c.id from category c join below on c.parent_id = below.id)
       select id::int from below`,
      [slug],
    );
    return rows.map((row) => row.id);
  }

  private async tag(name: string): Promise<number | undefined> {
    return (await this.db.one<{ id: number }>('select id::int from tag where name = $1', [name]))?.id;
  }
}
