import { Controller, Get, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Database } from '#platform/database';

const BEHIND_SECONDS = 60; // after an outage of any length the index is right again within a minute

interface Lag {
  marks: number;
  oldest: number | null;
}

@Controller('health')
export class HealthController {
  constructor(private readonly db: Database) {}

  /** Whether this process can serve: 200, or 503 without the database. A search index that lags is told, and no reason to take the process away. */
  @Get()
  async health(@Res({ passthrough: true }) response: Response) {
    const lag = await this.db
      .one<Lag>(`select count(*)::int as marks, extract(epoch from now() - min(created_at))::int as oldest from (select created_at from search_mark order by id limit 10000) seen`)
      .catch(() => null);
    if (!lag) {
      response.status(503);
      return { status: 'down', database: 'down' };
    }
    const oldestSeconds = lag.oldest ?? 0;
    return { status: 'up', database: 'up', search: { status: oldestSeconds > BEHIND_SECONDS ? 'behind' : 'up', marks: lag.marks, oldestSeconds } };
  }
}
