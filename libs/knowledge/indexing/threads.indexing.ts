import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { Database } from '#platform/database';
import { SearchEngine } from '#platform/search';
import { apart, entryKey } from '../document.key.js';
import { CountedThreadWriter } from './counted-thread.writer.js';
import { EntrySourceReader } from './entry-source.reader.js';
import { type Marks, SearchMarks } from './search-marks.js';
import { DOCUMENT_VERSION, type IndexedThread, indexedThreads, type ThreadDocument, type ThreadSource } from './thread.document.js';
import { ThreadSourceReader } from './thread-source.reader.js';
import { ThreadsIndex } from './threads.index.js';

const MARKS_AT_ONCE = 1_000; // an import leaves several a thread
const THREADS_AT_ONCE = 200; // of a rebuild: at most some 6 MB to send
const SENT_AT_ONCE = 10; // such parts that Meilisearch may take in one go: each go costs it the same, and more the larger the index is
const ASIDE_MS = 150; // while a rebuild runs, the index in use is looked after as often as at other times

/** What the threads in PostgreSQL's and Meilisearch's search are known to be: absent until the first rebuild. */
interface Built {
  version: number;
  /** Whether Meilisearch took part; where it did not, marks were deleted that it never saw. */
  engine: boolean;
}

type Put = ThreadsIndex['put'];

/** Brings threads into search: those that are marked, or all. */
@Injectable()
export class ThreadsIndexing {
  private readonly log = new Logger('search');

  constructor(
    private readonly db: Database,
    private readonly engine: SearchEngine,
    private readonly index: ThreadsIndex,
    private readonly sources: ThreadSourceReader,
    private readonly entries: EntrySourceReader,
    private readonly counted: CountedThreadWriter,
    private readonly marks: SearchMarks,
  ) {}

  /**
   * One round: new marks first into PostgreSQL, which needs nobody else, then into Meilisearch; then what Meilisearch missed while it was
   * away. Both in each round, so that neither waits for the other to end. Returns whether there was anything to do.
   */
  async drain(): Promise<boolean> {
    const fresh = await this.marks.oldest(false, MARKS_AT_ONCE);
    const documents = await this.count(fresh);
    if (this.engine.isConfigured) await this.send(fresh, documents);
    await this.marks.delete(fresh);
    const missed = await this.marks.oldest(true, MARKS_AT_ONCE);
    const again = await this.count(missed); // into PostgreSQL too: a rebuild may have written over it what it had read before
    if (this.engine.isConfigured) await this.send(missed, again);
    await this.marks.delete(missed);
    return fresh.ids.length + missed.ids.length > 0;
  }

  /** Whether all that search holds is there and of this version. */
  async isCurrent(): Promise<boolean> {
    const row = await this.db.one<{ value: Built }>(`select value from search_state where name = 'threads'`);
    if (row?.value.version !== DOCUMENT_VERSION) return false;
    if (!this.engine.isConfigured) {
      if (row.value.engine) await this.remember({ version: DOCUMENT_VERSION, engine: false });
      return true;
    }
    return row.value.engine && (await this.index.isCurrent());
  }

  /**
   * Everything anew. What is new meanwhile goes into the index in use; its marks stay, and are drained into the one that took its place.
   * `goOn`: false ends it early.
   */
  async rebuild(goOn: () => boolean): Promise<void> {
    const built = new AbortController();
    const keepingUp = this.keepUp(built.signal);
    try {
      await this.build(goOn);
    } finally {
      built.abort();
      await keepingUp;
    }
  }

  /** The new marks into PostgreSQL alone: while Meilisearch is away, the fallback is to know what is new. */
  async countFresh(): Promise<void> {
    for (;;) {
      const fresh = await this.marks.oldest(false, MARKS_AT_ONCE);
      if (fresh.ids.length === 0) return;
      await this.count(fresh);
      await this.marks.setCounted(fresh);
    }
  }

  /** The program ends: nothing is waited for any longer. */
  leave(): void {
    this.index.leave();
  }

  private async keepUp(built: AbortSignal): Promise<void> {
    while (!built.aborted) {
      await this.drainAside().catch(() => {}); // the rebuild fails at the same, and tells; the marks are still there
      await pause(ASIDE_MS, undefined, { signal: built }).catch(() => {});
    }
  }

  private async drainAside(): Promise<void> {
    const fresh = await this.marks.oldest(false, MARKS_AT_ONCE);
    if (fresh.ids.length === 0) return;
    const documents = await this.count(fresh);
    if (this.engine.isConfigured && (await this.index.exists())) await this.send(fresh, documents);
    await this.marks.setCounted(fresh);
  }

  private async build(goOn: () => boolean): Promise<void> {
    const mayGoOn = () => {
      if (!goOn()) throw new Error('The rebuild was stopped; the next start begins it anew.');
    };
    const total = await this.sources.count();
    const started = Date.now();
    this.log.log(`building the search index anew: ${total} threads`);
    const fill = async (put?: Put) => {
      let done = 0;
      let sent: ReturnType<Put>[] = [];
      const arrived = async () => {
        for (const refused of await Promise.all(sent)) this.report(refused);
        sent = [];
      };
      for await (const sources of this.all()) {
        mayGoOn();
        const threads = this.indexed(sources);
        this.report(await this.counted.write(threads.map((thread) => thread.counted)));
        if (put) {
          const sending = put(threads.map((thread) => thread.document));
          sending.catch(() => {}); // it is waited for, and its failure told, in arrived()
          sent.push(sending);
        }
        if (sent.length === SENT_AT_ONCE) await arrived();
        done += sources.length;
        if (done % 5_000 < sources.length) this.log.log(`search index: ${done} of about ${total} threads, ${Math.round((done * 1_000) / (Date.now() - started))} a second`);
      }
      await arrived();
      mayGoOn(); // whoever has the right to drain by now builds in the same place: it is not ours to swap
    };
    if (this.engine.isConfigured) await this.index.rebuild(fill);
    else await fill();
    await this.remember({ version: DOCUMENT_VERSION, engine: this.engine.isConfigured });
    this.log.log(`the search index is built: ${total} threads in ${((Date.now() - started) / 1_000).toFixed(1)} s`);
  }

  /** Everything there is, in parts. */
  private async *all(): AsyncGenerator<ThreadSource[]> {
    for (let last = '0'; ; ) {
      const sources = await this.sources.after(last, THREADS_AT_ONCE);
      if (sources.length === 0) break;
      yield sources;
      last = sources.at(-1)!.id;
    }
    for (let last = '0'; ; ) {
      const sources = await this.entries.after(last, THREADS_AT_ONCE);
      if (sources.length === 0) break;
      yield sources;
      last = entryKey(sources.at(-1)!.id);
    }
  }

  private async count({ documents }: Marks): Promise<ThreadDocument[]> {
    if (documents.length === 0) return [];
    const keys = apart(documents);
    const threads = this.indexed([...(await this.sources.byIds(keys.threads)), ...(await this.entries.byKeys(keys.entries))]);
    this.report(await this.counted.write(threads.map((thread) => thread.counted)));
    await this.counted.remove(goneOf(documents, threads.map((thread) => thread.document)));
    return threads.map((thread) => thread.document);
  }

  private indexed(sources: readonly ThreadSource[]): IndexedThread[] {
    const { threads, refused } = indexedThreads(sources);
    this.report(refused);
    return threads;
  }

  private async send({ documents: marked }: Marks, documents: readonly ThreadDocument[]): Promise<void> {
    this.report(await this.index.put(documents));
    await this.index.remove(goneOf(marked, documents));
  }

  private async remember(built: Built): Promise<void> {
    await this.db.query(
      `insert into search_state (name, value) values ('threads', $1) on conflict (name) do update set value = excluded.value, changed_at = now()`,
      [JSON.stringify(built)],
    );
  }

  private report(refused: { item: { id: string }; error: unknown }[]): void {
    for (const { item, error } of refused) this.log.error(`document ${item.id} cannot be searched for: ${(error as Error).message}`);
  }
}

/** Those that are not to be seen, or not there, any more. */
function goneOf(marked: readonly string[], documents: readonly ThreadDocument[]): string[] {
  const there = new Set(documents.map((document) => document.id));
  return marked.filter((id) => !there.has(id));
}
