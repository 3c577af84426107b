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

const TASK_PATIENCE = { interval: 15, timeout: 60_000 }; // asked often: an answer should be found at once; given up late: an import may be ahead

/** A task that the server gave up. `type`: invalid_request (the documents are at fault), internal, system. */
class TaskFailed extends Error {
  constructor(
    readonly type: string,
    message: string,
  ) {
    super(message);
    this.name = 'TaskFailed';
  }
}

/** One index of ours. Each method returns when the server has done it, not when it has taken note of it. */
export class SearchIndex<Document extends RecordAny> {
  constructor(
    private readonly engine: SearchEngine,
    private readonly shape: IndexShape,
  ) {}

  /** Whether it is there with the settings we want. A lost volume, a server newly pointed at and an upgrade all show here. */
  async isCurrent(): Promise<boolean> {
    try {
      return covers(await this.engine.writing.index(await this.live()).getSettings(), this.shape.settings);
    } catch (error) {
      if (error instanceof MeilisearchApiError && error.cause?.code === 'index_not_found') return false;
      throw error;
    }
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
    await client.deleteIndexIfExists(next); // of a rebuild that was killed
    await this.done(client.createIndex(next, { primaryKey: this.shape.primaryKey }));
    await this.done(client.index(next).updateSettings(this.shape.settings));
    await fill((documents) => this.putInto(next, documents));
    await this.done(client.createIndex(live, { primaryKey: this.shape.primaryKey }), 'index_already_exists');
    await this.done(client.swapIndexes([{ indexes: [live, next], rename: false }]));
    await this.done(client.deleteIndex(next));
  }

  private putInto(index: string, documents: readonly Document[]) {
    const send = (some: readonly Document[]) => this.done(this.engine.writing.index<Document>(index).addDocuments([...some], { primaryKey: this.shape.primaryKey }));
    return inHalves(documents, send, isDocumentsFault);
  }

  /** Waits until the server has done what it was asked. `unless`: the code of a failure that is as good as success. */
  private async done(asked: Promise<EnqueuedTask>, unless?: string): Promise<void> {
    const task = await this.engine.writing.tasks.waitForTask(await asked, TASK_PATIENCE);
    if (task.status === 'succeeded' || (unless && task.error?.code === unless)) return;
    throw new TaskFailed(task.error?.type ?? task.status, `${task.type} of ${task.indexUid}: ${task.error?.message ?? task.status}`);
  }

  private live(): Promise<string> {
    return this.engine.nameOf(this.shape.name);
  }

  private next(): Promise<string> {
    return this.engine.nameOf(`${this.shape.name}_next`);
  }
}

function isDocumentsFault(error: unknown): boolean {
  if (error instanceof TaskFailed) return error.type === 'invalid_request';
  return error instanceof MeilisearchApiError && (error.cause?.type === 'invalid_request' || error.response.status === 413);
}
