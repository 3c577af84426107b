import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, type EntityTarget, type ObjectLiteral, type Repository } from 'typeorm';

/**
 * The one way to PostgreSQL. Inside `transaction` every query and repository joins the transaction by itself
 * (AsyncLocalStorage), so nobody can forget to pass it on.
 */
@Injectable()
export class Database {
  private readonly open = new AsyncLocalStorage<EntityManager>();

  constructor(private readonly source: DataSource) {}

  /** Runs `work` in a transaction; one that is open already is joined. What throws rolls back all of it. */
  async transaction<T>(work: () => Promise<T>): Promise<T> {
    if (this.open.getStore()) return work();
    return this.source.transaction((manager) => this.open.run(manager, work));
  }

  /** Whether a transaction is open around the caller. */
  get inTransaction(): boolean {
    return this.open.getStore() !== undefined;
  }

  /** Plain rows of one SQL statement; `$1` and on stand for the parameters. */
  async query<Row = Record<string, unknown>>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    const result = await this.manager.query<unknown[]>(sql, parameters);
    // TypeORM answers plain rows, but [rows, count] to what PostgreSQL calls UPDATE or DELETE, `with ... update` included
    return (Array.isArray(result[0]) ? result[0] : result) as Row[];
  }

  /** The first row, or undefined. */
  async one<Row = Record<string, unknown>>(sql: string, parameters: unknown[] = []): Promise<Row | undefined> {
    return (await this.query<Row>(sql, parameters))[0];
  }

  /** TypeORM's repository of an entity, within the open transaction where there is one. For writing; hot reads are SQL. */
  of<E extends ObjectLiteral>(entity: EntityTarget<E>): Repository<E> {
    return this.manager.getRepository(entity);
  }

  private get manager(): EntityManager {
    return this.open.getStore() ?? this.source.manager;
  }
}
