import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { DataSourceOptions } from 'typeorm';
import { RUNTIME, type Runtime } from '#platform/runtime';
import { Database } from './database.js';

const STATEMENT_TIMEOUT_MS = 15_000; // no page waits longer; jobs that need more open a connection of their own
const LOCK_TIMEOUT_MS = 3_000; // who waits for a crowded row holds a connection that all others need
const IDLE_IN_TRANSACTION_MS = 30_000; // a lost client must not hold its locks for ever

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
