import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { apart, entryDocument } from '../document.key.js';

/** One answer is found once: a thread whose answer is there as an entry under the same title gives way to it, and its place where that is the better one. */
@Injectable()
export class SameAnswers {
  constructor(private readonly db: Database) {}

  /** `fits`: how well the words of each document fit, in the order of `ids`. */
  async once(ids: readonly string[], fits: readonly number[]): Promise<{ ids: string[]; fits: number[] }> {
    const said = await this.saidBy(ids);
    const one = new Map<string, number>();
    for (const [place, id] of ids.entries()) {
      const document = said.get(id) ?? id;
      one.set(document, Math.max(one.get(document) ?? 0, fits[place]!));
    }
    return { ids: [...one.keys()], fits: [...one.values()] };
  }

  /** Which entry among them says which thread's answer. */
  private async saidBy(ids: readonly string[]): Promise<Map<string, string>> {
    const keys = apart(ids);
    if (keys.entries.length === 0 || keys.threads.length === 0) return new Map();
    const rows = await this.db.query<{ thread: string; entry: string }>(
      'select t.id as thread, min(e.id) as entry from thread t join knowledge_entry e on e.title = t.title where t.id = any($1) and t.has_knowledge and e.id = any($2) group by t.id',
      [keys.threads, keys.entries],
    );
    return new Map(rows.map(({ thread, entry }) => [thread, entryDocument(entry)]));
  }
}
