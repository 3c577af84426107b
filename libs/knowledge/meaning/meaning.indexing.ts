import { createHash } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import { plainText } from '#platform/content';
import { Database } from '#platform/database';
import { SearchEngine } from '#platform/search';
import { apart } from '../document.key.js';
import { EntrySourceReader } from '../indexing/entry-source.reader.js';
import type { ThreadSource } from '../indexing/thread.document.js';
import { ThreadSourceReader } from '../indexing/thread-source.reader.js';
import { type MeaningDocument, MeaningIndex } from './meaning.index.js';

const AT_ONCE = 50; // documents: what an embedder takes in one request
const LONGEST_MS = 50_000; // of one round: the next minute goes on
const TEXT_MOST = 4_000; // characters of a document

/** Keeps the meanings true to the documents: a round each minute, where there is an embedder. */
@Injectable()
export class MeaningIndexing {
  private readonly log = new Logger('meaning');

  constructor(
    private readonly db: Database,
    private readonly engine: SearchEngine,
    private readonly index: MeaningIndex,
    private readonly threads: ThreadSourceReader,
    private readonly entries: EntrySourceReader,
  ) {}

  /** What is due, as far as time allows. While the embedder is away it stays due. */
  async round(): Promise<void> {
    if (!this.engine.isConfigured) return;
    if (!this.index.embedder) return this.forget();
    try {
      await this.index.tryEmbedder();
      if (!(await this.isCurrent())) await this.begin();
      const until = Date.now() + LONGEST_MS;
      let embedded = 0;
      for (let some = -1; some !== 0 && Date.now() < until; embedded += Math.max(some, 0)) some = await this.some();
      if (embedded > 0) this.log.log(`${embedded} documents were embedded or found to say the same; ${await this.left()} are left`);
    } catch (error) {
      this.log.warn(`meanings are not kept up to date for now: ${(error as Error).message}`);
    }
  }

  private async isCurrent(): Promise<boolean> {
    const row = await this.db.one<{ kind: string }>(`select value #>> '{}' as kind from search_state where name = 'meanings'`);
    return row?.kind === this.index.kind && (await this.index.exists());
  }

  /** An empty index for this embedder; all documents are due. */
  private async begin(): Promise<void> {
    await this.index.begin();
    await this.db.transaction(async () => {
      await this.db.query(`insert into search_state (name, value) values ('meanings', to_jsonb($1::text)) on conflict (name) do update set value = excluded.value, changed_at = now()`, [this.index.kind]);
      await this.db.query('delete from search_meaning');
      await this.db.query('insert into search_meaning (key) select key from search_document');
    });
    this.log.log(`embedding ${await this.left()} documents`);
  }

  /** No embedder any more: nothing is kept of what one was asked. */
  private async forget(): Promise<void> {
    if (!(await this.db.one(`select from search_state where name = 'meanings'`))) return;
    await this.index.drop();
    await this.db.query(`with gone as (delete from search_meaning) delete from search_state where name = 'meanings'`);
  }

  /** How many were looked at. */
  private async some(): Promise<number> {
    const due = await this.db.query<{ key: string; digest: string | null }>(`update search_meaning set due = false where key in (select key from search_meaning where due order by key limit ${AT_ONCE}) returning key, digest`);
    if (due.length === 0) return 0;
    try {
      const keys = apart(due.map(({ key }) => key));
      const documents = [...(await this.threads.byIds(keys.threads)), ...(await this.entries.byKeys(keys.entries))].map(documentOf);
      const before = new Map(due.map(({ key, digest }) => [key, digest]));
      const changed = documents.filter((document) => before.get(document.id) !== digestOf(document));
      const there = new Set(documents.map(({ id }) => id));
      const gone = due.map(({ key }) => key).filter((key) => !there.has(key));
      for (const { item, error } of await this.index.put(changed)) this.log.error(`document ${item.id} has no meaning: ${(error as Error).message}`);
      await this.index.remove(gone);
      await this.db.query('update search_meaning m set digest = d.digest from unnest($1::text[], $2::text[]) d (key, digest) where m.key = d.key', [changed.map(({ id }) => id), changed.map(digestOf)]);
      await this.db.query('delete from search_meaning where key = any($1) and not due', [gone]);
      return due.length;
    } catch (error) {
      await this.db.query('update search_meaning set due = true where key = any($1)', [due.map(({ key }) => key)]);
      throw error;
    }
  }

  private async left(): Promise<number> {
    return (await this.db.one<{ left: number }>('select count(*)::int as left from search_meaning where due'))!.left;
  }
}

/** What it is about, in the order of its weight. */
function documentOf({ id, title, asked, opening, answers }: ThreadSource): MeaningDocument {
  const solution = answers.filter(({ chosen }) => chosen).map(({ html }) => plainText(html));
  return { id, text: [title, ...asked.slice(0, 5), plainText(opening ?? ''), ...solution].filter(Boolean).join('\n').slice(0, TEXT_MOST).toWellFormed() };
}

function digestOf({ text }: MeaningDocument): string {
  return createHash('sha256').update(text).digest('base64');
}
