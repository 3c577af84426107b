import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { DataSourceOptions } from 'typeorm';
import { RUNTIME, type Runtime } from '#platform/runtime';
import { Database } from './database.js';

const STATEMENT_TIMEOUT_MS = 15_000; // no page waits longer; jobs that need more open a connection of their own
const LOCK_TIMEOUT_MS = 3_000; // who waits for a crowded row holds a connection that all others need
const IDLE_IN_TRANSACTION_MS = 30_000; // a lost client must not hold its locks for ever

/**
 * Plans go by what is in the tables and not by the parameters at hand: a named statement is planned once a connection, where PostgreSQL
 * left alone plans those over a list of keys each time, which takes longer than to run them. So how many rows are wanted stands in the
 * statement (`limit 21`) wherever it may be planned wrongly as a parameter.
 * https://www.postgresql.org/docs/current/runtime-config-query.html#GUC-PLAN-CACHE-MODE
 */
export function dataSourceOptions(runtime: Runtime): DataSourceOptions {
  return {
    type: 'postgres',
    url: runtime.databaseUrl,
    applicationName: 'kundig',
    extra: {
      max: runtime.settings.databasePool,
      connectionTimeoutMillis: 5_000,
      statement_timeout: STATEMENT_TIMEOUT_MS,
      lock_timeout: LOCK_TIMEOUT_MS,
      idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
      options: '-c plan_cache_mode=force_generic_plan',
    },
  };
}

@Global()
@Module({
  imports: [
    TypeOrmModule.forRootAsync({
      inject: [RUNTIME],
      useFactory: (runtime: Runtime) => ({ ...dataSourceOptions(runtime), autoLoadEntities: true, retryAttempts: 3, retryDelay: 500 }),
    }),
  ],
  providers: [Database],
  exports: [Database],
})
export class DatabaseModule {}
