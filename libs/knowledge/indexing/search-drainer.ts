import { setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { RUNTIME, type Runtime } from '#platform/runtime';
import { SoleDrainer } from './sole-drainer.js';
import { ThreadsIndexing } from './threads.indexing.js';

const IDLE_MS = 150; // an accepted answer is to be found within two seconds: most of that belongs to Meilisearch
const LONGEST_WAIT_MS = 5_000; // after failures; so that all is right soon after whatever was away is back
const PEER_WAIT_MS = 1_000;
const INSPECTION_MS = 2_000; // how soon a lost volume is noticed

/** Keeps search true to the rows: one loop in one process, for as long as the program runs, whatever fails. */
@Injectable()
export class SearchDrainer implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger('search');
  private readonly stopping = new AbortController();
  private readonly sole: SoleDrainer;
  private loop: Promise<void> = Promise.resolve();
  private inspectedAt = 0;
  private failures = 0;

  constructor(
    @Inject(RUNTIME) runtime: Pick<Runtime, 'databaseUrl'>,
    private readonly indexing: ThreadsIndexing,
  ) {
    this.sole = new SoleDrainer(runtime.databaseUrl);
  }

  onApplicationBootstrap(): void {
    this.loop = this.run();
  }

  /** Before: at onApplicationShutdown the pool is closed already. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    this.indexing.leave();
    await this.loop;
    await this.sole.release();
  }

  private async run(): Promise<void> {
    while (this.goesOn) {
      try {
        await this.wait(await this.round());
        this.failures = 0;
      } catch (error) {
        if (!this.goesOn) return;
        this.inspectedAt = 0; // what failed may have lost its data
        this.failures += 1;
        if (this.failures === 1) this.log.warn(`search is not kept up to date for now: ${(error as Error).message}`);
        if (this.sole.isHeld) await this.indexing.countFresh().catch(() => {}); // nor does PostgreSQL answer: the next round tells
        await this.wait(Math.min(IDLE_MS * 2 ** this.failures, LONGEST_WAIT_MS));
      }
    }
  }

  /** Returns how long to wait for the next. */
  private async round(): Promise<number> {
    if (!(await this.sole.take())) return PEER_WAIT_MS;
    if (Date.now() - this.inspectedAt > INSPECTION_MS) await this.inspect();
    const worked = await this.indexing.drain();
    if (this.failures > 0) this.log.log('search is kept up to date again');
    return worked ? 0 : IDLE_MS;
  }

  private async inspect(): Promise<void> {
    if (!(await this.indexing.isCurrent())) await this.indexing.rebuild(() => this.goesOn && this.sole.isHeld);
    this.inspectedAt = Date.now();
  }

  private get goesOn(): boolean {
    return !this.stopping.signal.aborted;
  }

  private async wait(milliseconds: number): Promise<void> {
    await pause(milliseconds, undefined, { signal: this.stopping.signal }).catch(() => {}); // woken by the stop
  }
}
