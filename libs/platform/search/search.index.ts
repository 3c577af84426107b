import { setTimeout as pause } from 'node:timers/promises';
import { type EnqueuedTask, MeilisearchApiError, type RecordAny, type Settings } from 'meilisearch';
import { inHalves } from './halves.js';
import { covers } from './index.shape.js';
import type { SearchEngine } from './search.engine.js';

/** An index as we want it: its name, the document's key, its settings. */
export interface IndexShape {
  name: string;
  primaryKey: string;
  settings: Settings;
}

const ASK_FIRST_MS = 15; // an answer should be found at once
const ASK_LAST_MS = 500; // and a long import should not be asked after a hundred times a second

/**
 * A task that the server gave up. `type`: invalid_request (the documents are at fault), internal (it broke, perhaps at one of them), system
 * (a full disk, for one). `code` says more.
 */
class TaskFailed extends Error {
  constructor(
    readonly type: string,
    readonly code: string | undefined,
    message: string,
  ) {
    super(message);
    this.name = 'TaskFailed';
  }
}

/** One index of ours. Each method returns when the server has done it, not when it has taken note of it. */
export class SearchIndex<Document extends RecordAny> {
  private readonly leaving = new AbortController();
  private judging: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly engine: SearchEngine,
    private readonly shape: IndexShape,
  ) {}

  /** Whether it is there with the settings we want. A lost volume, a server newly pointed at and an upgrade all show here. */
  async isCurrent(): Promise<boolean> {
    const settings = await this.settings();
    return settings !== undefined && covers(settings, this.shape.settings);
  }

  /** Whether it is there, whatever its settings. To put something into one that is not would make one with nothing else in it. */
  async exists(): Promise<boolean> {
    return (await this.settings()) !== undefined;
  }

  /** Empty, with the settings we want. */
  async begin(): Promise<void> {
    await this.drop();
    await this.done(this.engine.writing.index(await this.live()).updateSettings(this.shape.settings));
  }

  async drop(): Promise<void> {
    await this.end(await this.engine.writing.deleteIndex(await this.live()), 'index_not_found');
  }

  /** As the server knows it. */
  name(): Promise<string> {
    return this.live();
  }

  /** The program ends: nobody waits for the server any longer. What it was asked, it does all the same. */
  leave(): void {
    this.leaving.abort(new Error('The program ends.'));
  }

  /** Puts documents in, new or changed. Returns those that the server refuses for good. */
  async put(documents: readonly Document[]) {
    return this.putInto(await this.live(), documents);
  }

  async remove(ids: readonly string[]): Promise<void> {
    if (ids.length > 0) await this.done(this.engine.writing.index(await this.live()).deleteDocuments([...ids]));
  }

  /**
   * Builds it anew beside the one in use, then swaps the two in one step: nobody ever searches half an index.
   * `fill` is given the way to put documents into the new one.
   */
  async rebuild(fill: (put: SearchIndex<Document>['put']) => Promise<void>): Promise<void> {
    const client = this.engine.writing;
    const [live, next] = [await this.live(), await this.next()];
    const cleared = await client.deleteIndex(next); // of a rebuild that was killed
    const shaped = await client.index(next).updateSettings(this.shape.settings); // the server does one after the other, and makes the index on the way
    await fill((documents) => this.putInto(next, documents));
    await this.end(cleared, 'index_not_found');
    await this.end(shaped);
    const isFirst = !(await this.exists());
    await this.done(client.swapIndexes([{ indexes: [next, live], rename: isFirst }]));
    if (!isFirst) await this.done(client.deleteIndex(next));
  }

  private async putInto(index: string, documents: readonly Document[]): Promise<{ item: Document; error: unknown }[]> {
    if (documents.length === 0) return [];
    try {
      await this.send(index, documents);
      return [];
    } catch (error) {
      if (!isDocumentsFault(error)) throw error;
    }
    // one after another: the server takes what is sent side by side in one go, and where that breaks, everybody in it looks guilty
    const judged = this.judging.then(() => inHalves(documents, (some) => this.tryAlone(index, some), isDocumentsFault));
    this.judging = judged.catch(() => {});
    return judged;
  }

  /**
   * Where the server breaks at a single document, either may be to blame. The document is where its bare key goes in and it itself fails
   * once more: a server that is unwell would refuse the key too, and then nothing may be left out for good.
   */
  private async tryAlone(index: string, some: readonly Document[]): Promise<void> {
    try {
      await this.send(index, some);
    } catch (error) {
      if (some.length > 1 || !isBreakdown(error)) throw error;
      const key = some[0]![this.shape.primaryKey] as string;
      await this.send(index, [{ [this.shape.primaryKey]: key } as Document]).catch(() => {
        throw new Error(`Meilisearch takes no documents: ${(error as Error).message}`, { cause: error });
      });
      try {
        await this.send(index, some);
      } catch (again) {
        await this.done(this.engine.writing.index(index).deleteDocument(key));
        throw again;
      }
    }
  }

  private send(index: string, documents: readonly Document[]): Promise<void> {
    return this.done(this.engine.writing.index<Document>(index).addDocuments([...documents], { primaryKey: this.shape.primaryKey }));
  }

  private async settings(): Promise<Settings | undefined> {
    try {
      return await this.engine.writing.index(await this.live()).getSettings();
    } catch (error) {
      if (error instanceof MeilisearchApiError && error.cause?.code === 'index_not_found') return undefined;
      throw error;
    }
  }

  private async done(asked: Promise<EnqueuedTask>): Promise<void> {
    await this.end(await asked);
  }

  /**
   * Waits until the server has done what it was asked, as long as that takes: an import may be ahead, and asking again would only lengthen
   * the queue. A server that is gone does not answer, which ends it. `unless`: the code of a failure that is as good as success.
   */
  private async end({ taskUid }: EnqueuedTask, unless?: string): Promise<void> {
    for (let wait = ASK_FIRST_MS; ; wait = Math.min(wait * 1.2, ASK_LAST_MS)) {
      this.leaving.signal.throwIfAborted();
      const task = await this.engine.writing.tasks.getTask(taskUid);
      if (task.status === 'succeeded' || (unless && task.error?.code === unless)) return;
      if (task.status !== 'enqueued' && task.status !== 'processing') {
        throw new TaskFailed(task.error?.type ?? task.status, task.error?.code, `${task.type} of ${task.indexUid}: ${task.error?.message ?? task.status}`);
      }
      await pause(wait, undefined, { signal: this.leaving.signal });
    }
  }

  private live(): Promise<string> {
    return this.engine.nameOf(this.shape.name);
  }

  private next(): Promise<string> {
    return this.engine.nameOf(`${this.shape.name}_next`);
  }
}

function isDocumentsFault(error: unknown): boolean {
  if (error instanceof TaskFailed) return error.type === 'invalid_request' || isBreakdown(error);
  return error instanceof MeilisearchApiError && (error.cause?.type === 'invalid_request' || error.response.status === 413);
}

/** `code`: a database that is full is of type internal too, and then no document is to blame. */
function isBreakdown(error: unknown): boolean {
  return error instanceof TaskFailed && error.type === 'internal' && error.code === 'internal';
}
