import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import { Database } from '#platform/database';
import { RUNTIME, type Runtime } from '#platform/runtime';

const CHANNEL = 'kundig_live';
const LOOK_MS = 20_000; // a connection that a network let die without a word is noticed so
const PATIENCE_MS = 5_000;
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 15_000;

interface Hearer {
  hear(message: unknown): void;
  /** The connection is back: what was told meanwhile is lost. */
  resync(): void;
}

/**
 * Messages between processes: NOTIFY, and one connection a process that LISTENs from its first hearer on.
 * Told by jobs, and not inside a transaction that writes: PostgreSQL lets those with a NOTIFY commit only one after the other.
 * The exception is what happens a few times a year (`tellWithCommit`: the company's name, say) and must be told as it is true.
 */
@Injectable()
export class LiveChannel implements OnApplicationShutdown {
  private readonly log = new Logger('Live');
  private readonly hearers: Hearer[] = [];
  private client: pg.Client | null = null;
  private opening: Promise<void> | undefined;
  private timer: NodeJS.Timeout | undefined;
  private pause = FIRST_PAUSE_MS;
  private missed = false;
  private ended = false;

  constructor(
    private readonly db: Database,
    @Inject(RUNTIME) private readonly runtime: Runtime,
  ) {}

  async tell(message: object): Promise<void> {
    if (this.db.inTransaction) throw new Error('A live message was told inside a transaction: all commits would queue behind it.');
    await this.db.query('select pg_notify($1, $2)', [CHANNEL, JSON.stringify(message)]);
  }

  /** Told as the open transaction commits: for what happens so seldom that no commit queues. */
  async tellWithCommit(message: object): Promise<void> {
    if (!this.db.inTransaction) throw new Error('This live message belongs to a transaction: told before, it could be read too early.');
    await this.db.query('select pg_notify($1, $2)', [CHANNEL, JSON.stringify(message)]);
  }

  hear(hearer: Hearer): void {
    this.hearers.push(hearer);
  }

  /** Resolves once this process listens, or has found that it cannot yet: then it goes on trying, and tells to resync when it can. */
  open(): Promise<void> {
    this.opening ??= this.connect();
    return this.opening;
  }

  async onApplicationShutdown(): Promise<void> {
    this.ended = true;
    clearTimeout(this.timer);
    await this.client?.end().catch(() => undefined);
  }

  private async connect(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.runtime.databaseUrl, application_name: 'kundig live', keepAlive: true, connectionTimeoutMillis: PATIENCE_MS, query_timeout: PATIENCE_MS,
    });
    client.on('notification', ({ payload }) => this.told(payload));
    client.on('error', () => this.lose(client));
    client.on('end', () => this.lose(client));
    this.client = client;
    try {
      await client.connect();
      await client.query(`listen ${CHANNEL}`);
    } catch {
      return this.lose(client);
    }
    if (this.client !== client) return;
    this.pause = FIRST_PAUSE_MS;
    this.look(client);
    if (!this.missed) return;
    this.missed = false;
    for (const hearer of this.hearers) hearer.resync();
  }

  /** Whatever went wrong with a connection: another one, after a pause that grows. */
  private lose(client: pg.Client): void {
    if (this.client !== client) return;
    this.client = null;
    clearTimeout(this.timer);
    void client.end().catch(() => undefined);
    if (this.ended) return;
    if (!this.missed) this.log.warn('The connection that listens was lost: it is opened again, and then everyone reads again.');
    this.missed = true;
    this.timer = setTimeout(() => void this.connect(), this.pause).unref();
    this.pause = Math.min(this.pause * 2, LONGEST_PAUSE_MS);
  }

  private look(client: pg.Client): void {
    if (this.ended || this.client !== client) return;
    this.timer = setTimeout(() => void client.query('select').then(() => this.look(client), () => this.lose(client)), LOOK_MS).unref();
  }

  private told(payload: string | undefined): void {
    let message: unknown;
    try {
      message = JSON.parse(payload ?? '');
    } catch {
      return; // not ours
    }
    for (const hearer of this.hearers) hearer.hear(message);
  }
}
