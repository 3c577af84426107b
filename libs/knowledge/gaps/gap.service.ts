import { Injectable } from '@nestjs/common';
import { Database, decodeId } from '#platform/database';
import { notFound } from '#platform/graphql';

/** Staff have seen to it, or nobody has to. */
@Injectable()
export class GapService {
  constructor(private readonly db: Database) {}

  /** All that were missed in the same words; searched for once more without being found, it is back. */
  async close(gapId: string): Promise<string> {
    const closed = await this.db.query<{ id: string }>('update search_gap set closed = true where stems = (select stems from search_gap where id = $1) returning id', [decodeId('gap', gapId)]);
    if (closed.length === 0) throw notFound();
    return gapId;
  }
}
