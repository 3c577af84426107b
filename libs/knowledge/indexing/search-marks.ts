import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';

export interface Marks {
  ids: string[];
  threadIds: string[];
}

/** How far the index is behind. */
export interface SearchLag {
  marks: number;
  oldestSeconds: number;
}

/** The dirty marks that the database sets. Deleted by the ids that were seen, never by "up to": a lower id may be committed later. */
@Injectable()
export class SearchMarks {
  constructor(private readonly db: Database) {}

  /** The oldest marks. `counted`: those whose threads PostgreSQL has already, and which only wait for Meilisearch. */
  async oldest(counted: boolean, limit: number): Promise<Marks> {
    const rows = await this.db.query<{ id: string; thread_id: string }>('select id, thread_id from search_mark where counted = $1 order by id limit $2', [counted, limit]);
    return { ids: rows.map((row) => row.id), threadIds: [...new Set(rows.map((row) => row.thread_id))] };
  }

  async delete({ ids }: Marks): Promise<void> {
    await this.db.query('delete from search_mark where id = any($1)', [ids]);
  }

  async setCounted({ ids }: Marks): Promise<void> {
    await this.db.query('update search_mark set counted = true where id = any($1)', [ids]);
  }

  async lag(): Promise<SearchLag> {
    const row = await this.db.one<SearchLag>(
      `select count(*)::int as marks, coalesce(extract(epoch from clock_timestamp() - min(created_at)), 0)::float8 as "oldestSeconds" from search_mark`,
    );
    return row!;
  }
}
