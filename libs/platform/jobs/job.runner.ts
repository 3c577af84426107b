import { EventEmitter } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown, Optional } from '@nestjs/common';
import { Logger as JobLogger, parseCrontab, run, type Runner, type TaskList, type WorkerEvents } from 'graphile-worker';
import pg from 'pg';
import { RUNTIME, type Runtime } from '#platform/runtime';
import { HOUSEKEEPING_CRONTAB } from './housekeeping.tasks.js';
import { WorkerLifeline } from './worker.lifeline.js';

/** Token for the tasks this process runs: name -> what it does. */
export const JOB_TASKS = Symbol('job tasks');
/** Token for when tasks of slices run by the clock: lines of a crontab. */
export const JOB_CRONTAB = Symbol('job crontab');

const CONCURRENCY = 4; // jobs wait for the database most of the time; more would only queue there
const AGAIN_MS = 500;
const POLL_MS = 1_000; // new jobs are announced; the poll only finds those whose time has come

@Injectable()
export class JobRunner implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger('Jobs');
  private readonly lifeline: WorkerLifeline;
  private readonly pool: pg.Pool;
  private readonly stopping = new AbortController();
  /** Under which its jobs are locked. */
  private lockedBy: string[] = [];
  private runner: Runner | undefined;
  private keeping: Promise<void> = Promise.resolve();

  constructor(
    @Inject(RUNTIME) runtime: Runtime,
    @Inject(JOB_TASKS) private readonly tasks: TaskList,
    @Optional() @Inject(JOB_CRONTAB) private readonly crontab: string = '',
  ) {
    this.pool = new pg.Pool({ connectionString: runtime.databaseUrl, max: CONCURRENCY + 2, application_name: 'kundig jobs' });
    // ours, and not the queue's own: that one loses its listener while it still ends, and a database that stops meanwhile would end us
    const lost = (error: Error) => this.log.warn(`A connection was lost: ${error.message}`);
    this.pool.on('error', lost);
    this.pool.on('connect', (client) => client.on('error', lost));
    this.lifeline = new WorkerLifeline(runtime.databaseUrl, () => this.lockedBy);
  }

  async onApplicationBootstrap(): Promise<void> {
    this.runner = await this.begin();
    this.keeping = this.keep();
    await this.lifeline.hold();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.runner?.stop();
    await this.keeping;
    await this.lifeline.release();
    await this.pool.end();
  }

  /** A queue that cannot note that a job is done, because the database is away, ends itself. It is begun again, and what it held is free. */
  private async keep(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      await this.runner?.promise.catch((error: unknown) => this.log.warn(`The queue ended: ${String(error)}`));
      this.runner = undefined;
      await pause(AGAIN_MS, undefined, { signal }).catch(() => {}); // woken by the stop
      if (signal.aborted) return;
      try {
        await this.pool.query('select graphile_worker.force_unlock_workers($1)', [this.lockedBy]);
        this.runner = await this.begin();
        this.log.log('The queue runs again.');
        if (signal.aborted) await this.runner.stop(); // asked for while it began
      } catch (error) {
        this.log.warn(`The queue cannot begin yet: ${String(error)}`);
      }
    }
  }

  private begin(): Promise<Runner> {
    const events = new EventEmitter() as WorkerEvents;
    events.on('pool:create', ({ workerPool }) => (this.lockedBy = [workerPool.id])); // before it starts: the first job may be taken at once
    return run({
      events,
      pgPool: this.pool,
      concurrency: CONCURRENCY,
      pollInterval: POLL_MS,
      noHandleSignals: true,
      taskList: this.tasks,
      parsedCronItems: parseCrontab(`${HOUSEKEEPING_CRONTAB}\n${this.crontab}`),
      // in batches, of one where there is one: done one by one, a job that cannot be noted as done is a rejection that nobody can catch
      preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
      logger: new JobLogger(() => (level, message) => {
        if (level === 'error') this.log.error(message);
        else if (level === 'warning') this.log.warn(message);
      }),
    });
  }
}
