import { randomInt } from 'node:crypto';
import { Logger } from '@nestjs/common';
import pg from 'pg';

const LOOK_MS = 5_000;
const NAMESPACE = 7_206_002; // first half of the advisory locks that worker processes hold

/**
 * A worker killed with -9 keeps its jobs locked for four hours. So each process holds a session lock on a number of its own
 * and writes down under it by which names its jobs are locked; whoever can take that lock knows that the process is gone and frees its jobs.
 */
export class WorkerLifeline {
  private readonly log = new Logger('Jobs');
  private readonly mine = randomInt(1, 2_147_483_647);
  private client: pg.Client | null = null;
  private timer: NodeJS.Timeout | undefined;
  private ended = false;

  constructor(private readonly url: string, private readonly lockedBy: () => string[]) {}

  async hold(): Promise<void> {
    await this.look();
    this.schedule();
  }

  async release(): Promise<void> {
    this.ended = true;
    clearTimeout(this.timer);
    await this.client?.query('delete from worker_process where lock_key = $1', [this.mine]).catch(() => undefined);
    await this.client?.end().catch(() => undefined);
  }

  private schedule(): void {
    if (this.ended) return;
    this.timer = setTimeout(() => {
      this.look()
        .catch((error: unknown) => {
          this.log.warn(`The lifeline of this worker is down and is tried again: ${String(error)}`);
          void this.client?.end().catch(() => undefined); // its lock goes with it, or the next connection would wait for it for ever
          this.client = null;
        })
        .finally(() => this.schedule());
    }, LOOK_MS);
    this.timer.unref();
  }

  private async look(): Promise<void> {
    const client = this.client ?? (await this.connect());
    await client.query(
      `insert into worker_process (lock_key, worker_ids) values ($1, $2) on conflict (lock_key) do update set worker_ids = excluded.worker_ids`,
      [this.mine, this.lockedBy()],
    );
    const others = await client.query<{ lock_key: number; worker_ids: string[] }>('select lock_key, worker_ids from worker_process where lock_key <> $1', [this.mine]);
    for (const other of others.rows) await this.freeIfDead(client, other.lock_key, other.worker_ids);
  }

  private async freeIfDead(client: pg.Client, key: number, workerIds: string[]): Promise<void> {
    const taken = await client.query<{ dead: boolean }>('select pg_try_advisory_lock($1, $2) as dead', [NAMESPACE, key]);
    if (!taken.rows[0]!.dead) return;
    try {
      await client.query('select graphile_worker.force_unlock_workers($1)', [workerIds]);
      await client.query('delete from worker_process where lock_key = $1', [key]);
    } finally {
      await client.query('select pg_advisory_unlock($1, $2)', [NAMESPACE, key]);
    }
  }

  private async connect(): Promise<pg.Client> {
    const client = new pg.Client({ connectionString: this.url, application_name: 'kundig worker lifeline' });
    client.on('error', () => {
      if (this.client === client) this.client = null;
    });
    await client.connect();
    await client.query('select pg_advisory_lock($1, $2)', [NAMESPACE, this.mine]);
    this.client = client;
    return client;
  }
}
