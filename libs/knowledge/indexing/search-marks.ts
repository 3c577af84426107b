import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';

export interface Marks {
  ids: string[];
  /** Keys of documents: of threads, and of entries. */
  documents: string[];
}

const LAG_COUNTED = 10_000; // marks: beyond, the index is far behind, and counting on would only burden a database that is busy

/** How far the index is behind. `marks`: at most 10,000. */
export interface SearchLag {
  marks: number;
  oldestSeconds: number;
}

/** The dirty marks that the database sets. Deleted by the ids that were seen, never by "up to": a lower id may be committed later. */
@Injectable()
export class SearchMarks {
  constructor(private readonly db: Database) {}

  /** The oldest marks. `counted`: those that PostgreSQL has already, and which only wait for Meilisearch. */
  async oldest(counted: boolean, limit: number): Promise<Marks> {
    // not a parameter: each kind has an index of its own, so that neither is looked for among thousands of the other
    const kind = counted ? 'counted' : 'not counted';
    const rows = await this.db.query<{ id: string; document: string }>(`select id, coalesce(thread_id::text, 'e' || entry_id) as document from search_mark where ${kind} order by id limit ${limit}`);
    return { ids: rows.map((row) => row.id), documents: [...new Set(rows.map((row) => row.document))] };
  }

  async delete({ ids }: Marks): Promise<void> {
    await this.db.query('delete from search_mark where id = any($1)', [ids]);
  }

  async setCounted({ ids }: Marks): Promise<void> {
    await this.db.query('update search_mark set counted = true where id = any($1)', [ids]);
  }

  async lag(): Promise<SearchLag> {
    const row = await this.db.one<SearchLag>(
      `select count(*)::int as marks, coalesce(extract(epoch from clock_timestamp() - min(created_at)), 0)::float8 as "oldestSeconds"
       from (select created_at from search_mark order by id limit ${LAG_COUNTED}) oldest`,
    );
    return row!;
  }
}
