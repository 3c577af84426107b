import { EventEmitter } from 'node:events';
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
const POLL_MS = 1_000; // new jobs are announced; the poll only finds those whose time has come

@Injectable()
export class JobRunner implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger('Jobs');
  private readonly workerIds = new Set<string>();
  private readonly lifeline: WorkerLifeline;
  private readonly pool: pg.Pool;
  private runner: Runner | undefined;

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
    this.lifeline = new WorkerLifeline(runtime.databaseUrl, () => [...this.workerIds]);
  }

  async onApplicationBootstrap(): Promise<void> {
    const events = new EventEmitter() as WorkerEvents;
    events.on('worker:create', ({ worker }) => this.workerIds.add(worker.workerId)); // before they start: the first job may be taken at once
    this.runner = await run({
      events,
      pgPool: this.pool,
      concurrency: CONCURRENCY,
      pollInterval: POLL_MS,
      noHandleSignals: true,
      taskList: this.tasks,
      parsedCronItems: parseCrontab(`${HOUSEKEEPING_CRONTAB}\n${this.crontab}`),
      logger: new JobLogger(() => (level, message) => {
        if (level === 'error') this.log.error(message);
        else if (level === 'warning') this.log.warn(message);
      }),
    });
    await this.lifeline.hold();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.runner?.stop();
    await this.lifeline.release();
    await this.pool.end();
  }
}
