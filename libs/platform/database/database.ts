import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import type pg from 'pg';
import { DataSource, type EntityManager, type EntityTarget, type ObjectLiteral, QueryFailedError, type Repository } from 'typeorm';
import { PreparedNames } from './prepared.names.js';
import { type Statement, withActor } from './statement.js';

interface Transaction {
  manager: EntityManager;
  over: boolean;
  /** What is written as the last of it, by whose it is. */
  last: Map<object, { kept: unknown; write: () => Promise<void> }>;
}

/**
 * The one way to PostgreSQL. Inside `transaction` every query and repository joins the transaction by itself
 * (AsyncLocalStorage), so nobody can forget to pass it on.
 */
@Injectable()
export class Database {
  private readonly around = new AsyncLocalStorage<Transaction>();
  private readonly names = new PreparedNames();
  private tidies = false;

  constructor(private readonly source: DataSource) {}

  /** Runs `work` in a transaction; one that is open already is joined. What throws rolls back all of it. */
  async transaction<T>(work: () => Promise<T>): Promise<T> {
    if (this.inTransaction) return work();
    return this.source.transaction(async (manager) => {
      const transaction: Transaction = { manager, over: false, last: new Map() };
      try {
        return await this.around.run(transaction, async () => {
          const result = await work();
          for (const { write } of transaction.last.values()) await write();
          return result;
        });
      } finally {
        transaction.over = true;
      }
    });
  }

  /** Whether a transaction is open around the caller. */
  get inTransaction(): boolean {
    return this.open !== undefined;
  }

  /** What is kept for `whose` until the open transaction ends, and written as the last of it: what the steps of an act leave behind can be one statement. */
  atTheEnd<Kept>(whose: object, begin: () => Kept, write: (kept: Kept) => Promise<void>): Kept {
    const { last } = this.around.getStore()!;
    const known = last.get(whose);
    if (known) return known.kept as Kept;
    const kept = begin();
    last.set(whose, { kept, write: () => write(kept) });
    return kept;
  }

  /** Plain rows of one SQL statement; `$1` and on stand for the parameters. */
  query<Row = Record<string, unknown>>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    return this.rows<Row>(withActor(sql, parameters));
  }

  /** The same for a statement that runs all day and whose plan does not depend on its parameters: PostgreSQL plans it once a connection. */
  prepared<Row = Record<string, unknown>>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    const statement = withActor(sql, parameters);
    if (!this.tidies) this.tidy();
    return this.rows<Row>({ ...statement, name: this.names.nameOf(statement.text) });
  }

  /** The first row, or undefined. */
  async one<Row = Record<string, unknown>>(sql: string, parameters: unknown[] = []): Promise<Row | undefined> {
    return (await this.query<Row>(sql, parameters))[0];
  }

  /** TypeORM's repository of an entity, within the open transaction where there is one. For writing; hot reads are SQL. */
  of<E extends ObjectLiteral>(entity: EntityTarget<E>): Repository<E> {
    return this.manager.getRepository(entity);
  }

  /** From the first one on: the pool is there only once the source has been opened. */
  private tidy(): void {
    this.tidies = true;
    this.pool.on('acquire', (client) => this.names.tidy(client));
  }

  /** Straight to the driver: on the transaction's connection where one is open, else on any. */
  private async rows<Row>(statement: Statement): Promise<Row[]> {
    const runner = this.open?.queryRunner;
    try {
      const on = runner ? ((await runner.connect()) as pg.PoolClient) : this.pool;
      return (await on.query(statement)).rows as Row[];
    } catch (error) {
      throw new QueryFailedError(statement.text, statement.values, error as Error);
    }
  }

  private get pool(): pg.Pool {
    return (this.source.driver as unknown as { master: pg.Pool }).master;
  }

  private get manager(): EntityManager {
    return this.open ?? this.source.manager;
  }

  /** Of the open transaction. A timer that was set in one still stands in it when that is over and its connection another's. */
  private get open(): EntityManager | undefined {
    const transaction = this.around.getStore();
    return transaction?.over === false ? transaction.manager : undefined;
  }
}
