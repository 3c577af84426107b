import { Controller, Get, Inject, type OnApplicationShutdown, Res } from '@nestjs/common';
import type { Response } from 'express';
import pg from 'pg';
import { RUNTIME, type Runtime } from '#platform/runtime';

const PATIENCE_MS = 2_000;
const BEHIND_SECONDS = 60; // after an outage of any length the index is right again within a minute

interface Lag {
  marks: number;
  oldest: number | null;
}

@Controller('health')
export class HealthController implements OnApplicationShutdown {
  // a connection of its own: a crowd that holds all others is no reason to take the process away
  private readonly pool: pg.Pool;

  constructor(@Inject(RUNTIME) runtime: Runtime) {
    this.pool = new pg.Pool({ connectionString: runtime.databaseUrl, max: 1, connectionTimeoutMillis: PATIENCE_MS, query_timeout: PATIENCE_MS, application_name: 'kundig health' });
    this.pool.on('error', () => undefined); // the next question tells
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.end();
  }

  /** Whether this process can serve: 200, or 503 without the database. A search index that lags is told, and no reason to take the process away. */
  @Get()
  async health(@Res({ passthrough: true }) response: Response) {
    const lag = await this.pool
      .query<Lag>(`select count(*)::int as marks, extract(epoch from now() - min(created_at))::int as oldest from (select created_at from search_mark order by id limit 10000) seen`)
      .then(({ rows }) => rows[0]!)
      .catch(() => null);
    if (!lag) {
      response.status(503);
      return { status: 'down', database: 'down' };
    }
    const oldestSeconds = lag.oldest ?? 0;
    return { status: 'up', database: 'up', search: { status: oldestSeconds > BEHIND_SECONDS ? 'behind' : 'up', marks: lag.marks, oldestSeconds } };
  }
}
