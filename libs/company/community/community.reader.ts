import { Inject, Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { RUNTIME, type Runtime } from '#platform/runtime';
import type { Community } from './community.type.js';

@Injectable()
export class CommunityReader {
  constructor(
    private readonly db: Database,
    @Inject(RUNTIME) private readonly runtime: Runtime,
  ) {}

  async read(): Promise<Community> {
    const row = await this.db.one<{ name: string | null }>('select name from community');
    return { name: row?.name ?? this.runtime.settings.name };
  }
}
