import { type DynamicModule, Inject, Module, type ModuleMetadata, type OnModuleDestroy } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { AccountsModule } from '#accounts';
import { CompanyModule } from '#company';
import { ForumModule, ThreadActivities } from '#forum';
import { KnowledgeModule } from '#knowledge';
import { ModerationModule } from '#moderation';
import { NotificationsModule } from '#notifications';
import { DatabaseModule } from '#platform/database';
import { GraphqlModule } from '#platform/graphql';
import { MailModule } from '#platform/mail';
import { RUNTIME, type Runtime, RuntimeModule } from '#platform/runtime';
import { ReputationModule } from '#reputation';
import { RightsModule } from '#rights';
import { ScreeningModule } from '#screening';
import { ApiModule } from '../api/api.module.js';
import { LiveSocket } from '../api/live.socket.js';
import { WebModule } from '../web/web.module.js';
import { WorkerModule } from '../worker/worker.module.js';
import { FilesController } from './files.controller.js';
import { HealthController } from './health.controller.js';

/** One process: the slices, and the programs that its roles name. */
@Module({})
export class AppModule implements OnModuleDestroy {
  constructor(
    private readonly modules: ModuleRef,
    @Inject(RUNTIME) private readonly runtime: Runtime,
  ) {}

  /** The first to be told of the end: what never ends by itself ends here, before anything waits for its connections. */
  async onModuleDestroy(): Promise<void> {
    this.modules.get(ThreadActivities, { strict: false }).end();
    if (this.runtime.settings.roles.includes('api')) await this.modules.get(LiveSocket, { strict: false }).end();
  }

  static with(runtime: Runtime): DynamicModule {
    const has = (role: 'api' | 'web' | 'worker') => runtime.settings.roles.includes(role);
    const imports: ModuleMetadata['imports'] = [RuntimeModule.with(runtime), DatabaseModule, GraphqlModule, MailModule, AccountsModule, CompanyModule, ScreeningModule, ForumModule, KnowledgeModule, ModerationModule, NotificationsModule, ReputationModule, RightsModule];
    if (has('api')) imports.push(ApiModule);
    if (has('web')) imports.push(WebModule);
    if (has('worker')) imports.push(WorkerModule);
    // whatever a process does, something asks whether it lives; files are given out by whoever answers people or programs
    return { module: AppModule, imports, controllers: has('api') || has('web') ? [HealthController, FilesController] : [HealthController] };
  }
}
