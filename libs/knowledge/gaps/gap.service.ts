import { Injectable } from '@nestjs/common';
import { Database, decodeId } from '#platform/database';
import { notFound } from '#platform/graphql';

/** Staff have seen to it, or nobody has to. */
@Injectable()
export class GapService {
  constructor(private readonly db: Database) {}

  /** All that were missed in the same words, or in those of its group; searched for or asked once more without being answered, it is back. */
  async close(gapId: string): Promise<string> {
    const key = BigInt(decodeId('gap', gapId) ?? '0');
    const closed = key % 2n === 1n ? await this.group(String(key / 2n)) : await this.wording(String(key / 2n));
    if (!closed) throw notFound();
    return gapId;
  }

  private async wording(searchKey: string): Promise<boolean> {
    const closed = await this.db.query('update search_gap set closed = true where stems = (select stems from search_gap where id = $1) returning id', [searchKey]);
    return closed.length > 0;
  }

  private group(group: string): Promise<boolean> {
    return this.db.transaction(async () => {
      const searches = await this.db.query('update search_gap set closed = true where stems in (select stems from gap_search where group_id = $1) returning id', [group]);
      const questions = await this.db.query('update gap_question q set settled_people = 1 + t.same_problem_count from thread t where t.id = q.thread_id and q.group_id = $1 returning q.thread_id', [group]);
      return searches.length + questions.length > 0;
    });
  }
}
