import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { inHalves } from '#platform/search';
import { packed } from './packed.counts.js';
import type { CountedThread } from './thread.document.js';

/** Keeps search_document: what ranking counts and what the fallback searches. */
@Injectable()
export class CountedThreadWriter {
  constructor(private readonly db: Database) {}

  /** Returns those that PostgreSQL will not take, which is no reason to hold up the others. */
  write(threads: readonly CountedThread[]) {
    return inHalves(threads, (some) => this.insert(some), isRowsFault);
  }

  async remove(ids: readonly string[]): Promise<void> {
    if (ids.length > 0) await this.db.query('delete from search_document where key = any($1)', [ids]);
  }

  private async insert(threads: readonly CountedThread[]): Promise<void> {
    await this.db.query(
      `insert into search_document (thread_id, entry_id, terms, counts, asked, title_length, body_length, answer_length)
       select t.id, e.id, array_to_tsvector(d.stems), d.counts, d.asked, d."titleLength", d."bodyLength", d."answerLength"
       from jsonb_to_recordset($1::jsonb) as d (id text, stems text[], counts text, asked text[], "titleLength" int, "bodyLength" int, "answerLength" int)
       left join thread t on t.id::text = d.id left join knowledge_entry e on 'e' || e.id = d.id
       where t.id is not null or e.id is not null -- one that was deleted meanwhile has left its mark
       order by d.id
       on conflict (key) do update set terms = excluded.terms, counts = excluded.counts, asked = excluded.asked,
         title_length = excluded.title_length, body_length = excluded.body_length, answer_length = excluded.answer_length`,
      [JSON.stringify(threads.map((thread) => ({ ...thread, stems: Object.keys(thread.counts), counts: packed(thread.counts) })))],
    );
  }
}

/** SQLSTATE 22 (a value that does not go in) and 54 (a limit exceeded): trying again changes nothing. */
function isRowsFault(error: unknown): boolean {
  return /^(22|54)/.test((error as { code?: string }).code ?? '');
}
