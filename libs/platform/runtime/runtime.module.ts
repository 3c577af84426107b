import { type DynamicModule, Global, Module } from '@nestjs/common';
import type { Settings } from '#platform/config';
import { HouseRules } from './house.rules.js';
import { SiteName } from './site.name.js';

export const RUNTIME = Symbol('runtime');

export interface MeiliAddress {
  url: string;
  key?: string | undefined;
}

/** The settings with their addresses settled: given by the operator, or by the servers we started ourselves. */
export interface Runtime {
  settings: Settings;
  /** The application's role: reads and writes rows, owns nothing. */
  databaseUrl: string;
  /** The role that owns the tables and migrates them. */
  databaseOwnerUrl: string;
  /** Absent where no Meilisearch is to be had: search then runs on PostgreSQL alone. */
  meili?: MeiliAddress | undefined;
}

@Global()
@Module({})
export class RuntimeModule {
  static with(runtime: Runtime): DynamicModule {
    const providers = [{ provide: RUNTIME, useValue: runtime }, { provide: SiteName, useValue: new SiteName(runtime.settings.name) }, HouseRules];
    return { module: RuntimeModule, providers, exports: [RUNTIME, SiteName, HouseRules] };
  }
}
